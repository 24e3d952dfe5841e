"""The formats of `extractor extract`: each article is printed as soon as it is there, in the order of the input."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from extractor.report.selection import SCARE, chosen, confident, only_scare

if TYPE_CHECKING:
    from typing import TextIO

    from extractor.records import Extraction, Failure
    from extractor.report.selection import Selection
    from extractor.told import ToldFact


class Format(StrEnum):
    """How results are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    html = "html"
    parquet = "parquet"
    docbin = "docbin"
    labelstudio = "labelstudio"


#: One flat table of one kind each.
TABLES = frozenset({Format.csv, Format.parquet})
#: Not text: nothing for a terminal.
BINARY = frozenset({Format.parquet, Format.docbin})
#: For annotators, who need the text.
WITH_TEXT = frozenset({Format.docbin, Format.labelstudio})


class Printer:
    """Articles onto a stream. What could not be read is said elsewhere, unless the format has a place for it."""

    def __init__(self, stream: TextIO, selection: Selection) -> None:
        self.stream = stream
        self.selection = selection
        #: Whether the input is a collection, even of one; known before the first article is printed.
        self.many = False
        self.printed = 0

    def article(self, extraction: Extraction) -> None:
        """Print one article."""
        self.stream.write(self.text_of(confident(extraction, self.selection.min_confidence)))
        self.stream.flush()
        self.printed += 1

    def text_of(self, extraction: Extraction) -> str:
        """One article as the format writes it, with whatever parts it from the one before."""
        raise NotImplementedError

    def failure(self, failure: Failure) -> None:
        """Print that an article could not be read."""

    def end(self) -> None:
        """Print what follows the last article."""


class TablePrinter(Printer):
    """For people, coloured on a terminal."""

    terminal = False

    def text_of(self, extraction: Extraction) -> str:
        """The article's tables, two blank lines below the one before."""
        from extractor.report.table import table_text  # noqa: PLC0415

        between = "\n\n" if self.printed else ""
        return between + table_text(extraction, self.selection, terminal=self.terminal)


class JsonPrinter(Printer):
    """One object, or an array of them for a collection."""

    failed = False

    def text_of(self, extraction: Extraction) -> str:
        """The article's object, in its place in the array if there is one."""
        from extractor.report.json_output import to_json  # noqa: PLC0415

        text = to_json(chosen(extraction, self.selection), indent=2)
        if not self.many:
            return text + "\n"
        return (",\n" if self.printed else "[\n") + text

    def failure(self, failure: Failure) -> None:
        """Nothing is printed in its place; only that there was one is remembered."""
        self.failed = True

    def end(self) -> None:
        """Close the array; an empty one also for an array without articles."""
        if self.many or not (self.printed or self.failed):
            self.stream.write("\n]\n" if self.printed else "[]\n")


class JsonLinesPrinter(Printer):
    """One object a line; articles that could not be read have theirs, in their place."""

    def text_of(self, extraction: Extraction) -> str:
        """The article's line."""
        from extractor.report.json_output import to_json  # noqa: PLC0415

        return to_json(chosen(extraction, self.selection)) + "\n"

    def failure(self, failure: Failure) -> None:
        """The line of an article that could not be read."""
        from extractor.report.json_output import failure_to_json  # noqa: PLC0415

        self.stream.write(failure_to_json(failure) + "\n")
        self.stream.flush()


class CsvPrinter(Printer):
    """One flat table of one kind for all articles, with a byte order mark where `bom` asks for it.

    A file has the text as it is; on a terminal what would act there is spelt out.
    """

    bom = False
    terminal = False

    @property
    def header(self) -> str:
        """What the file begins with."""
        from extractor.report.flat import BOM, header  # noqa: PLC0415

        return (BOM if self.bom else "") + header(one_table(self.selection))

    def text_of(self, extraction: Extraction) -> str:
        """The article's rows, below the header if they are the first."""
        from extractor.report.flat import table_rows  # noqa: PLC0415

        rows = table_rows(only_scare(extraction, self.selection), one_table(self.selection))
        if self.terminal:
            from extractor.report.visible import visible_lines  # noqa: PLC0415

            rows = visible_lines(rows)
        return rows if self.printed else self.header + rows

    def end(self) -> None:
        """The header, where there was no article to stand below it."""
        if not self.printed:
            self.stream.write(self.header)


class HtmlPrinter(Printer):
    """One page for all articles, printed at the end, because it begins with an index of them."""

    def __init__(self, stream: TextIO, selection: Selection) -> None:
        super().__init__(stream, selection)
        self.kept: list[Extraction] = []

    def article(self, extraction: Extraction) -> None:
        """Keep an article for the page."""
        self.kept.append(extraction)

    def end(self) -> None:
        """The page, if there is anything for it."""
        from extractor.report.html_page import html_page  # noqa: PLC0415

        if self.kept:
            self.stream.write(html_page(self.kept, self.selection, self._facts()))

    def _facts(self) -> tuple[ToldFact, ...]:
        """What several articles tell of the same facts; none where claims were not asked for."""
        if len(self.kept) < 2 or not self.selection.has("claims"):
            return ()
        from extractor.comparing import compare  # noqa: PLC0415

        return compare(confident(extraction, self.selection.min_confidence) for extraction in self.kept)


class ParquetPrinter(Printer):
    """One table of one kind for all articles, in Parquet.

    Raises:
        ParquetMissingError: pyarrow is not installed.
    """

    def __init__(self, stream: TextIO, selection: Selection) -> None:
        from extractor.report.columns import ParquetTable  # noqa: PLC0415

        super().__init__(stream, selection)
        self.table = ParquetTable(one_table(selection), stream.buffer)

    def article(self, extraction: Extraction) -> None:
        """Add the article's rows."""
        self.table.add(only_scare(confident(extraction, self.selection.min_confidence), self.selection))

    def end(self) -> None:
        """Write the rest and the foot."""
        self.table.close()


class DocBinPrinter(Printer):
    """A spaCy DocBin, which can only be written whole."""

    def __init__(self, stream: TextIO, selection: Selection) -> None:
        from extractor.cli.doc_bin import DocBinWriter  # noqa: PLC0415

        super().__init__(stream, selection)
        self.documents = DocBinWriter()

    def article(self, extraction: Extraction) -> None:
        """Add the article."""
        sure = confident(extraction, self.selection.min_confidence)
        self.documents.add(only_scare(sure, self.selection), self.selection)

    def end(self) -> None:
        """Write all of them."""
        self.stream.buffer.write(self.documents.bytes())


class LabelStudioPrinter(Printer):
    """An array of tasks, which is what Label Studio imports, even of one."""

    def text_of(self, extraction: Extraction) -> str:
        """The article's task, in its place in the array."""
        from extractor.report.json_output import to_json  # noqa: PLC0415
        from extractor.report.label_studio import task  # noqa: PLC0415

        made = to_json(task(only_scare(extraction, self.selection), self.selection), indent=2)
        return (",\n" if self.printed else "[\n") + made

    def end(self) -> None:
        """Close the array."""
        self.stream.write("\n]\n" if self.printed else "[]\n")


def one_table(selection: Selection) -> str:
    """The list that makes the rows of a flat table; scare quotes stand among the quotes."""
    (kind,) = (selection.kinds - {SCARE}) or {"quotes"}
    return kind


def printer_for(form: Format, stream: TextIO, selection: Selection, *, terminal: bool, bom: bool = False) -> Printer:
    """What prints `form`; `terminal` is whether a person watches the stream, `bom` whether CSV begins with a mark."""
    kinds: dict[Format, type[Printer]] = {
        Format.table: TablePrinter,
        Format.json: JsonPrinter,
        Format.jsonl: JsonLinesPrinter,
        Format.csv: CsvPrinter,
        Format.html: HtmlPrinter,
        Format.parquet: ParquetPrinter,
        Format.docbin: DocBinPrinter,
        Format.labelstudio: LabelStudioPrinter,
    }
    printer = kinds[form](stream, selection)
    if isinstance(printer, (TablePrinter, CsvPrinter)):
        printer.terminal = terminal
    if isinstance(printer, CsvPrinter):
        printer.bom = bom
    return printer
