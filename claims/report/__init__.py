"""Conflicts, ledgers, articles and claims as people and programs read them: text, Markdown, JSON.

Everything here is pure: views in (`claims.report.view`), text or plain documents out. It reads no
database, draws no colour and decides nothing: relations, reasons and order come with the views.
"""
