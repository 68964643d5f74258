"""The report as a workbook: summary, conflicts, answers, articles, notes, and a guide to them.

Numbers and days are numbers and days. Text is stored as text and marked as such, so that no cell
is ever a formula, also when somebody edits it. The same dossier gives the same bytes.
"""

from claims.report.xlsx.workbook import write_xlsx

__all__ = ["write_xlsx"]
