"""Paths become files; a bad path becomes a problem and stops nothing."""

from pathlib import Path

from claims.errors import PassedOver
from claims.read import Problem, find_files


def _names(*paths: Path) -> list[str]:
    return [path.name for path in find_files(paths) if isinstance(path, Path)]


def test_folders_are_searched_in_sorted_order(tmp_path: Path) -> None:
    """Text and Markdown to the bottom; hidden names and other files are passed over."""
    for name in ("b.txt", "a.MD", "c.markdown", ".hidden.txt", "d.png", "x/e.txt", ".git/f.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("words")
    assert _names(tmp_path) == ["a.MD", "b.txt", "c.markdown", "e.txt"]


def test_files_come_in_the_order_given_whatever_their_name(tmp_path: Path) -> None:
    """What a person names is read."""
    first, second = tmp_path / "z.text", tmp_path / ".a.txt"
    first.write_text("words")
    second.write_text("words")
    assert list(find_files([first, second])) == [first, second]


def test_a_bad_path_does_not_hold_up_the_others(tmp_path: Path) -> None:
    """Missing, empty and impossible paths are problems, each naming the path and the remedy."""
    good, empty = tmp_path / "a.txt", tmp_path / "empty"
    good.write_text("words")
    empty.mkdir()
    (empty / "picture.png").write_bytes(b"\x89PNG")
    missing, impossible = tmp_path / "no.txt", tmp_path / "a\0b"
    missing_one, empty_one, impossible_one, last = find_files([missing, empty, impossible, good])
    assert last == good
    assert isinstance(missing_one, Problem)
    assert str(missing_one.error) == f"{missing}: no such file or folder; check the path"
    assert isinstance(empty_one, Problem)
    assert "no articles in this folder" in str(empty_one.error)
    assert isinstance(impossible_one, Problem)


def test_a_link_that_leads_nowhere_is_left_to_the_reader(tmp_path: Path) -> None:
    """It has the name of an article; that it cannot be read is said when it is read."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    assert _names(tmp_path) == ["a.txt"]


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    """Links to folders are not followed."""
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert _names(tmp_path) == ["a.txt"]


def test_a_folder_that_looks_like_a_file_is_a_folder(tmp_path: Path) -> None:
    """Only what a file system says counts."""
    folder = tmp_path / "x.txt"
    folder.mkdir()
    (folder / "a.txt").write_text("words")
    assert _names(folder) == ["a.txt"]


def test_what_a_folder_holds_beside_articles_is_told_with_why(tmp_path: Path) -> None:
    """By its ending; links to folders too. What is hidden is nobody's business."""
    for name in ("a.txt", "old.DOC", "NOTES", ".hidden.doc", "claims.db"):
        (tmp_path / name).write_text("words")
    (tmp_path / "loop").symlink_to(tmp_path)
    left_out = [one for one in find_files([tmp_path]) if isinstance(one, Problem)]
    assert all(isinstance(one.error, PassedOver) for one in left_out)
    assert {one.path.name: str(one.error).removeprefix(f"{one.path}: ") for one in left_out} == {
        "old.DOC": "files that end in .doc are not read; name it to add it all the same",
        "NOTES": "its name has no ending; name it to add it all the same",
        "loop": "links to folders are not followed; give the folder",
    }


def test_the_folder_of_a_saved_page_is_part_of_it(tmp_path: Path) -> None:
    """Its frames are no articles and its pictures no news; without the page it is a folder."""
    pages = ("story.html", "story_files/frame.html", "Seite.htm", "Seite-Dateien/frame.html")
    for name in (*pages, "story_files/x.png", "b_files/c.html"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("words")
    found = [one for one in find_files([tmp_path]) if isinstance(one, Path)]
    assert [file.name for file in found] == ["Seite.htm", "story.html", "c.html"]
    assert not [one for one in find_files([tmp_path]) if isinstance(one, Problem)]
