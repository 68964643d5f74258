BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0007');
CREATE TABLE alias (
	entity_key VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	text_id VARCHAR NOT NULL, 
	CONSTRAINT pk_alias PRIMARY KEY (entity_key, name, text_id), 
	CONSTRAINT fk_alias_entity_key_entity FOREIGN KEY(entity_key) REFERENCES entity ("key") ON DELETE RESTRICT, 
	CONSTRAINT fk_alias_text_id_text FOREIGN KEY(text_id) REFERENCES text (id) ON DELETE RESTRICT
);
CREATE TABLE annotation (
	id VARCHAR NOT NULL, 
	target VARCHAR NOT NULL, 
	target_id VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	note VARCHAR NOT NULL, 
	tags JSON NOT NULL, 
	verdict VARCHAR, 
	reason VARCHAR NOT NULL, 
	seen JSON NOT NULL, 
	favour VARCHAR, 
	source VARCHAR NOT NULL, 
	is_internal BOOLEAN NOT NULL, 
	supersedes VARCHAR, 
	act VARCHAR, 
	left_claim VARCHAR, 
	right_claim VARCHAR, 
	text_id VARCHAR, 
	fields JSON, 
	CONSTRAINT pk_annotation PRIMARY KEY (id), 
	CONSTRAINT ck_annotation_target CHECK (target IN ('article', 'claim', 'question', 'conflict', 'pair')), 
	CONSTRAINT ck_annotation_verdict CHECK (verdict IN ('open', 'confirmed', 'explained', 'dismissed', 'needs-source', 'settled')), 
	CONSTRAINT ck_annotation_favour CHECK (favour IN ('left', 'right', 'both', 'neither')), 
	CONSTRAINT ck_annotation_act CHECK (act IN ('same', 'apart', 'contradict', 'free', 'record', 'amend', 'as-read', 'retract', 'restore')), 
	CONSTRAINT ck_annotation_settled CHECK (verdict <> 'settled' OR (favour IS NOT NULL AND source <> '')), 
	CONSTRAINT ck_annotation_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_annotation_target_id_length CHECK (length(target_id) = 64), 
	CONSTRAINT ck_annotation_supersedes_length CHECK (length(supersedes) = 64), 
	CONSTRAINT ck_annotation_left_claim_length CHECK (length(left_claim) = 64), 
	CONSTRAINT ck_annotation_right_claim_length CHECK (length(right_claim) = 64), 
	CONSTRAINT ck_annotation_text_id_length CHECK (length(text_id) = 64), 
	CONSTRAINT ck_annotation_pair CHECK ((target = 'pair') = (act IS NOT NULL AND act IN ('same', 'apart', 'contradict', 'free'))), 
	CONSTRAINT ck_annotation_sides CHECK (target <> 'pair' OR (left_claim IS NOT NULL AND right_claim IS NOT NULL)), 
	CONSTRAINT ck_annotation_on_claim CHECK (act IS NULL OR target = 'pair' OR (target = 'claim' AND text_id IS NOT NULL)), 
	CONSTRAINT ck_annotation_fields CHECK ((fields IS NOT NULL) = (act IS NOT NULL AND act IN ('record', 'amend')))
);
INSERT INTO "annotation" VALUES('fda89ab98c03627765d495d42ec88e96897ea82966b5ba94f975e8b8a98bb7fc','conflict','9c260fee1e56ffc2e92b456539c445db5ac6b177f907ac742d83ada08aaa1de9','A. Checker','2026-05-01 12:30:15.123456','asked both','[]','confirmed','','{}',NULL,'',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "annotation" VALUES('ccc4e62641a25442ec95ab40e9fa409fa805730be836a60d05a862ebb2f37f13','claim','e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b','B. Checker','2026-06-02 09:00:00.000005','two desks, two days','["desk"]','explained','the Tuesday count','{"quote": "2500", "value": "2500"}',NULL,'',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "annotation" VALUES('03082375229cbf5342c1360bbbd9dc6f464832a66310c9aee35b4e07547c92b5','question','2dd6cbf6946efd7e8e704879794e3fcfe0166c1e35a3c8b7a3847d7c55125642','B. Checker','2026-06-03 09:00:00.000000','asked the ministry','[]',NULL,'','{"claims": "e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b"}',NULL,'',0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "annotation" VALUES('ac3e14b57e1afb687941f4708445abaae81cf9bfe4d7c6b64829f50f0176f30d','claim','e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b','C. Checker','2026-11-28 13:47:01.139166','counted on the spot','["desk"]',NULL,'','{"quote": "There are ", "answer": "2500", "value": "2500", "as_of": "/", "published": "2021-04-05"}',NULL,'https://example.org/a',1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "annotation" VALUES('61b3df7a635702f299a725d492115d9696401ea765571ccd9bfb2611b99067ce','pair','9c260fee1e56ffc2e92b456539c445db5ac6b177f907ac742d83ada08aaa1de9','C. Checker','2026-11-28 13:47:01.936183','one question','[]',NULL,'','{"left_quote": "There are ", "left_answer": "2500", "left_value": "2500", "left_as_of": "/", "left_published": "2021-04-05", "right_quote": "There are ", "right_answer": "3500", "right_value": "3500", "right_as_of": "/", "right_published": ""}',NULL,'',0,NULL,'same','e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b','1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf',NULL,NULL);
INSERT INTO "annotation" VALUES('5e226bb631bc5638247775a72c26cb18f4adb622bc64d57cfc78a1ce65b4a7f2','claim','1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf','C. Checker','2026-11-28 14:27:27.898019','misread digit','[]',NULL,'','{"quote": "There are ", "answer": "3500", "value": "3500", "as_of": "/", "published": ""}',NULL,'',0,NULL,'amend',NULL,NULL,'177914e8e97f41b761f535cfed1764cc8a96649ec217477f555bf4e07f2e38b9','{"value": {"type": "quantity", "text": "3600", "low": 3600, "high": 3600, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "3600", "exact_high": "3600", "digits": "50"}}');
CREATE TABLE answer (
	id VARCHAR NOT NULL, 
	question_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	value JSON NOT NULL, 
	as_of_from VARCHAR, 
	as_of_to VARCHAR, 
	as_of_known_by VARCHAR NOT NULL, 
	certainty VARCHAR NOT NULL, 
	polarity VARCHAR NOT NULL, 
	speaker VARCHAR NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (id), 
	CONSTRAINT fk_answer_question_id_question FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_answer_certainty CHECK (certainty IN ('asserted', 'hedged', 'planned', 'conditional')), 
	CONSTRAINT ck_answer_polarity CHECK (polarity IN ('affirmed', 'denied')), 
	CONSTRAINT ck_answer_position CHECK (position >= 0)
);
INSERT INTO "answer" VALUES('15e80165741c0988ff690b85c93e71c4af557f157825d69702a3e220b37bc46e','fdd907f8654575410364eaabcb43d145b6e32856343f49a5c54fa0fc5c3a3a6b',0,'{"type": "quantity", "text": "2500", "low": 2500, "high": 2500, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "2500", "exact_high": "2500", "digits": "0"}',NULL,NULL,'unknown','asserted','affirmed','');
INSERT INTO "answer" VALUES('de8e40a074d143d6892a5c44834da5904743d77625b0bb82fce84ce5748de0f1','fdd907f8654575410364eaabcb43d145b6e32856343f49a5c54fa0fc5c3a3a6b',1,'{"type": "quantity", "text": "3600", "low": 3600, "high": 3600, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "3600", "exact_high": "3600", "digits": "50"}',NULL,NULL,'unknown','asserted','affirmed','');
CREATE TABLE answer_claim (
	answer_id VARCHAR NOT NULL, 
	claim_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_answer_claim PRIMARY KEY (answer_id, claim_id), 
	CONSTRAINT fk_answer_claim_answer_id_answer FOREIGN KEY(answer_id) REFERENCES answer (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_answer_claim_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_answer_claim_position CHECK (position >= 0)
);
INSERT INTO "answer_claim" VALUES('15e80165741c0988ff690b85c93e71c4af557f157825d69702a3e220b37bc46e','e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b',0);
INSERT INTO "answer_claim" VALUES('de8e40a074d143d6892a5c44834da5904743d77625b0bb82fce84ce5748de0f1','1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf',0);
CREATE TABLE article (
	id VARCHAR NOT NULL, 
	text_id VARCHAR NOT NULL, 
	title VARCHAR, 
	authors JSON NOT NULL, 
	folded_title VARCHAR NOT NULL, 
	folded_authors VARCHAR NOT NULL, 
	outlet_id INTEGER, 
	genre VARCHAR NOT NULL, 
	published VARCHAR, 
	published_from VARCHAR, 
	published_to VARCHAR, 
	address VARCHAR, 
	file VARCHAR, 
	language VARCHAR, 
	rendition VARCHAR NOT NULL, 
	known_by JSON NOT NULL, 
	added_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_article PRIMARY KEY (id), 
	CONSTRAINT fk_article_outlet_id_outlet FOREIGN KEY(outlet_id) REFERENCES outlet (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_article_run_id_run FOREIGN KEY(run_id) REFERENCES run (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_article_text_id_text FOREIGN KEY(text_id) REFERENCES text (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_article_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_article_genre CHECK (genre IN ('news', 'opinion', 'editorial', 'agency', 'statement', 'unknown')), 
	CONSTRAINT ck_article_rendition CHECK (rendition IN ('verbatim', 'digest', 'translation')), 
	CONSTRAINT ck_article_published CHECK (published_from <= published_to)
);
INSERT INTO "article" VALUES('4a8d28d7d998aa60268f1ddd3bc1135b1e40549dcc0efed0fdc0a66d238444fb','d425ca93fdd34cff34563e6fefc991c877d8608faf7488a0ae739e0ab22dfa82','Why return?','["Zo\u00eb \u00c4rger"]','why return?','zoë ärger',1,'unknown','2021-04-05','2021-04-05','2021-04-05',NULL,'one.txt',NULL,'verbatim','{}','2026-05-01 12:30:15.123456','2026-05-01 12:30:15.123456',1);
INSERT INTO "article" VALUES('de947377dfa69009b9a4e87a2978231131c568dd0935f58195ee2aa85e6600e4','177914e8e97f41b761f535cfed1764cc8a96649ec217477f555bf4e07f2e38b9',NULL,'[]','','',NULL,'unknown',NULL,NULL,NULL,NULL,'two.txt',NULL,'verbatim','{}','2026-05-01 12:30:15.123456','2026-05-01 12:30:15.123456',2);
CREATE TABLE article_alias (
	id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	CONSTRAINT pk_article_alias PRIMARY KEY (id), 
	CONSTRAINT ck_article_alias_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_article_alias_article_id_length CHECK (length(article_id) = 64)
);
CREATE TABLE claim (
	id VARCHAR NOT NULL, 
	text_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	quote VARCHAR NOT NULL, 
	anchor_start INTEGER NOT NULL, 
	anchor_end INTEGER NOT NULL, 
	subject VARCHAR NOT NULL, 
	attribute VARCHAR NOT NULL, 
	value_type VARCHAR NOT NULL, 
	value JSON NOT NULL, 
	value_low FLOAT, 
	value_high FLOAT, 
	value_from VARCHAR, 
	value_to VARCHAR, 
	polarity VARCHAR NOT NULL, 
	certainty VARCHAR NOT NULL, 
	party VARCHAR NOT NULL, 
	event_id VARCHAR, 
	head VARCHAR NOT NULL, 
	scope JSON NOT NULL, 
	as_of_from VARCHAR, 
	as_of_to VARCHAR, 
	as_of_known_by VARCHAR NOT NULL, 
	weak BOOLEAN NOT NULL, 
	evidence JSON NOT NULL, 
	extractor VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT fk_claim_event_id_event FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_claim_run_id_run FOREIGN KEY(run_id) REFERENCES run (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_claim_text_id_text FOREIGN KEY(text_id) REFERENCES text (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_claim_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_claim_kind CHECK (kind IN ('quantity', 'date', 'participants', 'actor', 'place', 'polarity', 'attribution')), 
	CONSTRAINT ck_claim_polarity CHECK (polarity IN ('affirmed', 'denied')), 
	CONSTRAINT ck_claim_certainty CHECK (certainty IN ('asserted', 'hedged', 'planned', 'conditional')), 
	CONSTRAINT ck_claim_span CHECK (span_start >= 0 AND span_end > span_start), 
	CONSTRAINT ck_claim_anchor CHECK (anchor_start >= 0 AND anchor_end > anchor_start), 
	CONSTRAINT ck_claim_quote_length CHECK (length(quote) = span_end - span_start), 
	CONSTRAINT ck_claim_amount CHECK (value_low <= value_high), 
	CONSTRAINT ck_claim_days CHECK (value_from <= value_to)
);
INSERT INTO "claim" VALUES('e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b','d425ca93fdd34cff34563e6fefc991c877d8608faf7488a0ae739e0ab22dfa82','quantity','count',0,10,'There are ',0,3,'US troops','count','quantity','{"type": "quantity", "text": "2500", "low": 2500, "high": 2500, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "2500", "exact_high": "2500", "digits": "0"}',2500.0,2500.0,NULL,NULL,'affirmed','asserted','',NULL,'','{"group": [], "place": [], "modifiers": [], "about": []}',NULL,NULL,'unknown',0,'[]','rules/1','there are 
us troops',1);
INSERT INTO "claim" VALUES('1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf','177914e8e97f41b761f535cfed1764cc8a96649ec217477f555bf4e07f2e38b9','quantity','count',0,10,'There are ',0,3,'US troops','count','quantity','{"type": "quantity", "text": "3600", "low": 3600, "high": 3600, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "3600", "exact_high": "3600", "digits": "50"}',3600.0,3600.0,NULL,NULL,'affirmed','asserted','',NULL,'','{"group": [], "place": [], "modifiers": [], "about": [], "words": [], "around": [], "setting": [], "args": []}',NULL,NULL,'unknown',0,'[]','rules/1','there are 
us troops',2);
CREATE TABLE claim_alias (
	id VARCHAR NOT NULL, 
	claim_id VARCHAR NOT NULL, 
	CONSTRAINT pk_claim_alias PRIMARY KEY (id), 
	CONSTRAINT ck_claim_alias_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_claim_alias_claim_id_length CHECK (length(claim_id) = 64)
);
CREATE TABLE claim_flag (
	id INTEGER NOT NULL, 
	claim_id VARCHAR NOT NULL, 
	word VARCHAR NOT NULL, 
	conflict_id VARCHAR, 
	relation VARCHAR, 
	sides VARCHAR, 
	CONSTRAINT pk_claim_flag PRIMARY KEY (id), 
	CONSTRAINT fk_claim_flag_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_claim_flag_conflict_id_conflict FOREIGN KEY(conflict_id) REFERENCES "conflict" (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_claim_flag_word CHECK (word IN ('contradicted', 'updated', 'lists differ', 'look-alike', 'agrees', 'only source')), 
	CONSTRAINT ck_claim_flag_relation CHECK (relation IN ('contradiction', 'update', 'omission', 'different_scope', 'compatible', 'agreement', 'not_comparable')), 
	CONSTRAINT ck_claim_flag_sides CHECK (sides IN ('articles', 'one_article'))
);
INSERT INTO "claim_flag" VALUES(1,'e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b','contradicted','9c260fee1e56ffc2e92b456539c445db5ac6b177f907ac742d83ada08aaa1de9','contradiction','articles');
INSERT INTO "claim_flag" VALUES(2,'1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf','contradicted','9c260fee1e56ffc2e92b456539c445db5ac6b177f907ac742d83ada08aaa1de9','contradiction','articles');
CREATE TABLE claim_key (
	claim_id VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	CONSTRAINT pk_claim_key PRIMARY KEY (claim_id, "key"), 
	CONSTRAINT fk_claim_key_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT
);
INSERT INTO "claim_key" VALUES('e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b','troops');
INSERT INTO "claim_key" VALUES('1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf','amount::stated');
CREATE TABLE claim_mark (
	claim_id VARCHAR NOT NULL, 
	retracted BOOLEAN NOT NULL, 
	read JSON, 
	signed JSON NOT NULL, 
	CONSTRAINT pk_claim_mark PRIMARY KEY (claim_id), 
	CONSTRAINT fk_claim_mark_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT
);
INSERT INTO "claim_mark" VALUES('1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf',0,'{"subject": "US troops", "attribute": "count", "value": {"type": "quantity", "text": "3500", "low": 3500, "high": 3500, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "3500", "exact_high": "3500", "digits": "0"}, "polarity": "affirmed", "certainty": "asserted", "speakers": [], "as_of": {"from": null, "to": null, "known_by": "unknown"}, "scope": {"event": null, "head": "", "group": [], "place": [], "modifiers": [], "about": [], "words": [], "around": [], "setting": [], "args": []}}','["C. Checker"]');
CREATE TABLE claim_name (
	claim_id VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	CONSTRAINT pk_claim_name PRIMARY KEY (claim_id, role, "key"), 
	CONSTRAINT fk_claim_name_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_claim_name_role CHECK (role IN ('speaker', 'party', 'place'))
);
CREATE TABLE claim_part (
	claim_id VARCHAR NOT NULL, 
	part VARCHAR NOT NULL, 
	CONSTRAINT pk_claim_part PRIMARY KEY (claim_id), 
	CONSTRAINT fk_claim_part_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT
);
INSERT INTO "claim_part" VALUES('1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf','1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf');
INSERT INTO "claim_part" VALUES('e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b','1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf');
CREATE TABLE "conflict" (
	id VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	rule VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	rank FLOAT NOT NULL, 
	question_id VARCHAR NOT NULL, 
	left_claim VARCHAR NOT NULL, 
	right_claim VARCHAR NOT NULL, 
	left_articles INTEGER NOT NULL, 
	left_origins INTEGER NOT NULL, 
	right_articles INTEGER NOT NULL, 
	right_origins INTEGER NOT NULL, 
	found_at DATETIME NOT NULL, 
	CONSTRAINT pk_conflict PRIMARY KEY (id), 
	CONSTRAINT fk_conflict_left_claim_claim FOREIGN KEY(left_claim) REFERENCES claim (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_conflict_question_id_question FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_conflict_right_claim_claim FOREIGN KEY(right_claim) REFERENCES claim (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_conflict_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_conflict_relation CHECK (relation IN ('contradiction', 'update', 'omission', 'different_scope', 'compatible', 'agreement', 'not_comparable')), 
	CONSTRAINT ck_conflict_kind CHECK (kind IN ('quantity', 'date', 'participants', 'actor', 'place', 'polarity', 'attribution')), 
	CONSTRAINT ck_conflict_articles CHECK (left_articles >= 0 AND right_articles >= 0), 
	CONSTRAINT ck_conflict_origins CHECK (left_origins >= 0 AND right_origins >= 0)
);
INSERT INTO "conflict" VALUES('9c260fee1e56ffc2e92b456539c445db5ac6b177f907ac742d83ada08aaa1de9','contradiction','quantity','quantity.disjoint','C. Checker says that both answer one question: one question; the amounts exclude each other.',0.95,'fdd907f8654575410364eaabcb43d145b6e32856343f49a5c54fa0fc5c3a3a6b','e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b','1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf',1,1,1,1,'2026-05-01 12:30:15.123456');
CREATE TABLE conflict_alias (
	pair_id VARCHAR NOT NULL, 
	conflict_id VARCHAR NOT NULL, 
	found_at DATETIME NOT NULL, 
	CONSTRAINT pk_conflict_alias PRIMARY KEY (pair_id), 
	CONSTRAINT ck_conflict_alias_pair_id_length CHECK (length(pair_id) = 64), 
	CONSTRAINT ck_conflict_alias_conflict_id_length CHECK (length(conflict_id) = 64)
);
INSERT INTO "conflict_alias" VALUES('9c260fee1e56ffc2e92b456539c445db5ac6b177f907ac742d83ada08aaa1de9','9c260fee1e56ffc2e92b456539c445db5ac6b177f907ac742d83ada08aaa1de9','2026-05-01 12:30:15.123456');
CREATE TABLE conflict_change (
	id INTEGER NOT NULL, 
	conflict_id VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	was JSON, 
	now JSON, 
	CONSTRAINT pk_conflict_change PRIMARY KEY (id), 
	CONSTRAINT ck_conflict_change_conflict_id_length CHECK (length(conflict_id) = 64), 
	CONSTRAINT ck_conflict_change_something CHECK (was IS NOT NULL OR now IS NOT NULL)
);
INSERT INTO "conflict_change" VALUES(1,'9c260fee1e56ffc2e92b456539c445db5ac6b177f907ac742d83ada08aaa1de9','2026-11-28 14:27:28.174988','{"relation": "contradiction", "question": "How many US troops are there?", "left": {"value": {"type": "quantity", "text": "2500", "low": 2500, "high": 2500, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "2500", "exact_high": "2500", "digits": "0"}, "role": "count", "polarity": "affirmed", "certainty": "asserted", "as_of": []}, "right": {"value": {"type": "quantity", "text": "3500", "low": 3500, "high": 3500, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "3500", "exact_high": "3500", "digits": "0"}, "role": "count", "polarity": "affirmed", "certainty": "asserted", "as_of": []}}','{"relation": "contradiction", "question": "How many US troops are there?", "left": {"value": {"type": "quantity", "text": "2500", "low": 2500, "high": 2500, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "2500", "exact_high": "2500", "digits": "0"}, "role": "count", "polarity": "affirmed", "certainty": "asserted", "as_of": []}, "right": {"value": {"type": "quantity", "text": "3600", "low": 3600, "high": 3600, "low_open": false, "high_open": false, "unit": "person", "approximate": false, "exact_low": "3600", "exact_high": "3600", "digits": "50"}, "role": "count", "polarity": "affirmed", "certainty": "asserted", "as_of": []}}');
CREATE TABLE edition (
	article_id VARCHAR NOT NULL, 
	replaced_by VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_edition PRIMARY KEY (article_id), 
	CONSTRAINT ck_edition_article_id_length CHECK (length(article_id) = 64), 
	CONSTRAINT ck_edition_replaced_by_length CHECK (length(replaced_by) = 64)
);
CREATE TABLE entity (
	"key" VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	CONSTRAINT pk_entity PRIMARY KEY ("key")
);
CREATE TABLE event (
	id VARCHAR NOT NULL, 
	text_id VARCHAR NOT NULL, 
	anchor_start INTEGER NOT NULL, 
	anchor_end INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	place VARCHAR, 
	hosts JSON NOT NULL, 
	proposers JSON NOT NULL, 
	parties JSON NOT NULL, 
	on_from VARCHAR, 
	on_to VARCHAR, 
	on_known_by VARCHAR NOT NULL, 
	month_day VARCHAR, 
	ordinal INTEGER, 
	state VARCHAR NOT NULL, 
	mentions JSON NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT fk_event_run_id_run FOREIGN KEY(run_id) REFERENCES run (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_event_text_id_text FOREIGN KEY(text_id) REFERENCES text (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_event_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_event_anchor CHECK (anchor_start >= 0 AND anchor_end > anchor_start)
);
CREATE TABLE gist (
	text_id VARCHAR NOT NULL, 
	telling JSON NOT NULL, 
	weekdays JSON NOT NULL, 
	CONSTRAINT pk_gist PRIMARY KEY (text_id), 
	CONSTRAINT fk_gist_text_id_text FOREIGN KEY(text_id) REFERENCES text (id) ON DELETE RESTRICT
);
CREATE TABLE gist_word (
	text_id VARCHAR NOT NULL, 
	word VARCHAR NOT NULL, 
	CONSTRAINT pk_gist_word PRIMARY KEY (text_id, word), 
	CONSTRAINT fk_gist_word_text_id_text FOREIGN KEY(text_id) REFERENCES text (id) ON DELETE RESTRICT
);
CREATE TABLE outlet (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	CONSTRAINT pk_outlet PRIMARY KEY (id), 
	CONSTRAINT uq_outlet_name UNIQUE (name)
);
INSERT INTO "outlet" VALUES(1,'Example Daily','example daily');
CREATE TABLE participation (
	claim_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	entity_key VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	polarity VARCHAR NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (claim_id, position), 
	CONSTRAINT fk_participation_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_participation_entity_key_entity FOREIGN KEY(entity_key) REFERENCES entity ("key") ON DELETE RESTRICT, 
	CONSTRAINT ck_participation_polarity CHECK (polarity IN ('affirmed', 'denied')), 
	CONSTRAINT ck_participation_position CHECK (position >= 0)
);
CREATE TABLE question (
	id VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	events JSON NOT NULL, 
	tally JSON NOT NULL, 
	refusals JSON NOT NULL, 
	CONSTRAINT pk_question PRIMARY KEY (id), 
	CONSTRAINT ck_question_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_question_kind CHECK (kind IN ('quantity', 'date', 'participants', 'actor', 'place', 'polarity', 'attribution'))
);
INSERT INTO "question" VALUES('fdd907f8654575410364eaabcb43d145b6e32856343f49a5c54fa0fc5c3a3a6b','How many US troops are there?','how many us troops are there?','quantity','[]','{"contradiction": 1}','{}');
CREATE TABLE review (
	"by" VARCHAR NOT NULL, 
	second BOOLEAN NOT NULL, 
	passed JSON NOT NULL, 
	CONSTRAINT pk_review PRIMARY KEY ("by", second)
);
CREATE TABLE run (
	id INTEGER NOT NULL, 
	program VARCHAR NOT NULL, 
	extractor VARCHAR NOT NULL, 
	started_at DATETIME NOT NULL, 
	"by" VARCHAR, 
	CONSTRAINT pk_run PRIMARY KEY (id)
);
INSERT INTO "run" VALUES(1,'1.0','rules/1','2026-05-01 12:30:15.123456','Ada Lovelace');
INSERT INTO "run" VALUES(2,'1.0','rules/1','2026-05-01 12:30:15.123456',NULL);
CREATE TABLE search_document (
	id INTEGER NOT NULL, 
	target VARCHAR NOT NULL, 
	target_id VARCHAR NOT NULL, 
	length INTEGER NOT NULL, 
	CONSTRAINT pk_search_document PRIMARY KEY (id), 
	CONSTRAINT uq_search_document_target_id_target UNIQUE (target_id, target), 
	CONSTRAINT ck_search_document_target_id_length CHECK (length(target_id) = 64), 
	CONSTRAINT ck_search_document_target CHECK (target IN ('article', 'claim', 'annotation')), 
	CONSTRAINT ck_search_document_length CHECK (length > 0)
);
INSERT INTO "search_document" VALUES(1,'article','4a8d28d7d998aa60268f1ddd3bc1135b1e40549dcc0efed0fdc0a66d238444fb',4);
INSERT INTO "search_document" VALUES(2,'claim','1c8d25ac931a69ffb6b1f0fcafa2b93b99741fedcf2e822bb68672a0a5d0febf',2);
INSERT INTO "search_document" VALUES(3,'claim','e41bf13cea7b042ac91bb5f155cf9ff8ceb45ce192f545d4bc7aaa1dc255b10b',2);
INSERT INTO "search_document" VALUES(4,'annotation','03082375229cbf5342c1360bbbd9dc6f464832a66310c9aee35b4e07547c92b5',3);
INSERT INTO "search_document" VALUES(5,'annotation','5e226bb631bc5638247775a72c26cb18f4adb622bc64d57cfc78a1ce65b4a7f2',2);
INSERT INTO "search_document" VALUES(6,'annotation','61b3df7a635702f299a725d492115d9696401ea765571ccd9bfb2611b99067ce',2);
INSERT INTO "search_document" VALUES(7,'annotation','ac3e14b57e1afb687941f4708445abaae81cf9bfe4d7c6b64829f50f0176f30d',5);
INSERT INTO "search_document" VALUES(8,'annotation','ccc4e62641a25442ec95ab40e9fa409fa805730be836a60d05a862ebb2f37f13',8);
INSERT INTO "search_document" VALUES(9,'annotation','fda89ab98c03627765d495d42ec88e96897ea82966b5ba94f975e8b8a98bb7fc',2);
CREATE TABLE search_word (
	word VARCHAR NOT NULL, 
	document_id INTEGER NOT NULL, 
	count INTEGER NOT NULL, 
	CONSTRAINT pk_search_word PRIMARY KEY (word, document_id), 
	CONSTRAINT fk_search_word_document_id_search_document FOREIGN KEY(document_id) REFERENCES search_document (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_search_word_count CHECK (count > 0)
);
INSERT INTO "search_word" VALUES('why',1,1);
INSERT INTO "search_word" VALUES('return',1,1);
INSERT INTO "search_word" VALUES('zoe',1,1);
INSERT INTO "search_word" VALUES('arger',1,1);
INSERT INTO "search_word" VALUES('there',2,1);
INSERT INTO "search_word" VALUES('are',2,1);
INSERT INTO "search_word" VALUES('there',3,1);
INSERT INTO "search_word" VALUES('are',3,1);
INSERT INTO "search_word" VALUES('asked',4,1);
INSERT INTO "search_word" VALUES('the',4,1);
INSERT INTO "search_word" VALUES('ministry',4,1);
INSERT INTO "search_word" VALUES('misread',5,1);
INSERT INTO "search_word" VALUES('digit',5,1);
INSERT INTO "search_word" VALUES('one',6,1);
INSERT INTO "search_word" VALUES('question',6,1);
INSERT INTO "search_word" VALUES('counted',7,1);
INSERT INTO "search_word" VALUES('on',7,1);
INSERT INTO "search_word" VALUES('the',7,1);
INSERT INTO "search_word" VALUES('spot',7,1);
INSERT INTO "search_word" VALUES('desk',7,1);
INSERT INTO "search_word" VALUES('two',8,2);
INSERT INTO "search_word" VALUES('desks',8,1);
INSERT INTO "search_word" VALUES('days',8,1);
INSERT INTO "search_word" VALUES('the',8,1);
INSERT INTO "search_word" VALUES('tuesday',8,1);
INSERT INTO "search_word" VALUES('count',8,1);
INSERT INTO "search_word" VALUES('desk',8,1);
INSERT INTO "search_word" VALUES('asked',9,1);
INSERT INTO "search_word" VALUES('both',9,1);
CREATE TABLE sketch (
	text_id VARCHAR NOT NULL, 
	runs INTEGER NOT NULL, 
	shingles BLOB NOT NULL, 
	passages BLOB NOT NULL, 
	agencies JSON NOT NULL, 
	CONSTRAINT pk_sketch PRIMARY KEY (text_id), 
	CONSTRAINT fk_sketch_text_id_text FOREIGN KEY(text_id) REFERENCES text (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_sketch_runs CHECK (runs >= 0)
);
CREATE TABLE source (
	article_id VARCHAR NOT NULL, 
	file VARCHAR, 
	sha256 VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	reader VARCHAR NOT NULL, 
	encoding VARCHAR NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY (article_id), 
	CONSTRAINT fk_source_article_id_article FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_source_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT ck_source_size CHECK (size >= 0)
);
CREATE TABLE speaker (
	claim_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	span_start INTEGER, 
	span_end INTEGER, 
	CONSTRAINT pk_speaker PRIMARY KEY (claim_id, position), 
	CONSTRAINT fk_speaker_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_speaker_span CHECK (span_start >= 0 AND span_end > span_start), 
	CONSTRAINT ck_speaker_position CHECK (position >= 0)
);
CREATE TABLE text (
	id VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	characters INTEGER NOT NULL, 
	added_at DATETIME NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_text PRIMARY KEY (id), 
	CONSTRAINT fk_text_run_id_run FOREIGN KEY(run_id) REFERENCES run (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_text_id_length CHECK (length(id) = 64), 
	CONSTRAINT ck_text_characters CHECK (characters > 0 AND characters = length(body))
);
INSERT INTO "text" VALUES('d425ca93fdd34cff34563e6fefc991c877d8608faf7488a0ae739e0ab22dfa82','There are 2,500 US troops.',26,'2026-05-01 12:30:15.123456',1);
INSERT INTO "text" VALUES('177914e8e97f41b761f535cfed1764cc8a96649ec217477f555bf4e07f2e38b9','There are 3,500 US troops.',26,'2026-05-01 12:30:15.123456',2);
CREATE TABLE watch (
	id VARCHAR NOT NULL, 
	"by" VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	words VARCHAR NOT NULL, 
	claims JSON NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT pk_watch PRIMARY KEY (id), 
	CONSTRAINT ck_watch_id_length CHECK (length(id) = 64)
);
INSERT INTO "watch" VALUES('abababababababababababababababababababababababababababababababab','Ann','2026-05-02 08:00:00.000000','troops','[]',NULL);
CREATE INDEX ix_article_alias_article_id ON article_alias (article_id);
CREATE INDEX ix_conflict_alias_conflict_id ON conflict_alias (conflict_id);
CREATE INDEX ix_outlet_folded ON outlet (folded);
CREATE INDEX ix_answer_question_id ON answer (question_id);
CREATE INDEX ix_alias_text_id ON alias (text_id);
CREATE INDEX ix_article_address ON article (address);
CREATE INDEX ix_article_outlet_id ON article (outlet_id);
CREATE INDEX ix_article_published_from ON article (published_from);
CREATE INDEX ix_article_text_id ON article (text_id);
CREATE INDEX ix_event_text_id ON event (text_id);
CREATE INDEX ix_claim_event_id ON claim (event_id);
CREATE INDEX ix_claim_text_id ON claim (text_id);
CREATE INDEX ix_source_sha256 ON source (sha256);
CREATE INDEX ix_answer_claim_claim_id ON answer_claim (claim_id);
CREATE INDEX ix_claim_key_key ON claim_key ("key");
CREATE INDEX ix_conflict_left_claim ON "conflict" (left_claim);
CREATE INDEX ix_conflict_question_id ON "conflict" (question_id);
CREATE INDEX ix_conflict_right_claim ON "conflict" (right_claim);
CREATE INDEX ix_participation_entity_key ON participation (entity_key);
CREATE INDEX ix_speaker_key ON speaker ("key");
CREATE INDEX ix_claim_flag_claim_id ON claim_flag (claim_id);
CREATE INDEX ix_claim_flag_conflict_id ON claim_flag (conflict_id);
CREATE INDEX ix_gist_word_word ON gist_word (word);
CREATE INDEX ix_claim_part_part ON claim_part (part);
CREATE INDEX ix_conflict_change_conflict_id ON conflict_change (conflict_id);
CREATE INDEX ix_conflict_change_at ON conflict_change (at);
CREATE INDEX ix_search_word_document_id ON search_word (document_id);
CREATE INDEX ix_claim_name_key ON claim_name ("key");
CREATE INDEX ix_annotation_target_id ON annotation (target_id);
CREATE INDEX ix_annotation_supersedes ON annotation (supersedes);
CREATE INDEX ix_annotation_left_claim ON annotation (left_claim);
CREATE INDEX ix_annotation_right_claim ON annotation (right_claim);
CREATE INDEX ix_annotation_text_id ON annotation (text_id);
CREATE INDEX ix_edition_replaced_by ON edition (replaced_by);
CREATE INDEX ix_claim_alias_claim_id ON claim_alias (claim_id);
COMMIT;
