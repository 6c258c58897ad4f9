"""The exceptions that dateline raises on purpose.

    DatelineError
    ├── SourceError            an input could not be turned into an article
    │   ├── UnreadableSource       the file is missing, empty, binary or broken
    │   ├── BadRecord              one line or field of an otherwise sound file is wrong
    │   ├── FetchFailed            a page or feed could not be fetched
    │   ├── OtherLanguage          the article is not in English
    │   ├── MissingExtra           reading it needs a part of dateline that is installed only when asked for
    │   └── BadMetadata            the metadata table itself is wrong
    ├── ReadingFailed          an article could not be read, though its input was sound
    ├── WorkerError            a worker process cannot be started
    ├── ModelError             a shipped or installed model is missing or damaged
    ├── KnowledgeError         a table of facts is damaged or a user's table is wrong
    ├── ArchiveError           the archive cannot be opened, is newer than this version, or lacks a record
    │   └── OldArchive             it is of an older version, and cannot be written to bring it up to date
    ├── SheetError             a sheet for hand-coding cannot be written or read back
    ├── ManifestError          a replication manifest cannot be read
    ├── MissingLibrary         a library that only some installations have is not there
    ├── WatchError             a file that says what is watched cannot be used
    ├── DatasetError           a folder of readings cannot be used
    ├── ClusterError           the machines that should read cannot be used
    └── ServerError            the reading room cannot be opened

Each message names the thing, the place in it and the remedy. The command line shows the message, never a traceback.
"""

from __future__ import annotations


def printable(text: str) -> str:
    r"""A text that can be stored and shown: bytes of a file's name that are no UTF-8 are written `\udce9` and the like."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


class DatelineError(Exception):
    """Base of all errors that a user can act on."""


class SourceError(DatelineError):
    """An input could not be turned into an article.

    `source` is the path or address as given, with `#N` for line N of a file of many articles.
    """

    def __init__(self, source: str, problem: str, remedy: str = "") -> None:
        self.source = printable(source)
        self.problem = printable(problem)
        self.remedy = printable(remedy)
        super().__init__(f"{self.source}: {self.problem}" + (f" ({self.remedy})" if remedy else ""))


class UnreadableSource(SourceError):
    """The file is missing, empty, binary, too large or broken."""


class BadRecord(SourceError):
    """One line or field of an otherwise sound file is wrong; the rest of the file is read."""


class OtherLanguage(SourceError):
    """The article is not in English; `language` is the ISO 639-1 code of what it is in."""

    def __init__(self, source: str, language: str) -> None:
        self.language = language
        super().__init__(source, f"is not in English but in {language!r}", "--any-language reads it nevertheless")


class FetchFailed(SourceError):
    """A page or feed could not be fetched.

    `lasting`: another try is pointless. `wait`: the seconds after which the server wants to be asked again, where it says so.
    """

    def __init__(self, source: str, problem: str, remedy: str, *, lasting: bool = False, wait: float | None = None) -> None:
        self.lasting, self.wait = lasting, wait
        super().__init__(source, problem, remedy)


class MissingExtra(SourceError):
    """Reading it needs libraries that come with an extra of the package."""

    def __init__(self, source: str, extra: str, what: str) -> None:
        super().__init__(source, f"{what} are not read by the plain installation", f"pip install 'dateline[{extra}]'")


class BadMetadata(SourceError):
    """The table given with `--metadata` lacks a column or holds a bad value."""


class ReadingFailed(DatelineError):
    """An article, known by its id, could not be read by a worker process; the message is `problem` as it stands."""

    def __init__(self, source: str, article: str, problem: str) -> None:
        self.source, self.article = printable(source), article
        super().__init__(printable(problem))


class WorkerError(DatelineError):
    """A worker process ended, or said what it lacks, before it could read."""


class ModelError(DatelineError):
    """A model is not installed, or a shipped weight file does not match its hash."""


class KnowledgeError(DatelineError):
    """A table of facts is damaged, or a table supplied by the user is wrong."""


class ArchiveError(DatelineError):
    """The archive cannot be opened, was written by a newer version, or lacks the record asked for."""


class OldArchive(ArchiveError):
    """The archive was written by an older version, and cannot be brought up to date because it cannot be written."""


class SheetError(DatelineError):
    """A sheet for hand-coding cannot be written, read back or scored."""


class ManifestError(DatelineError):
    """A replication manifest is missing, damaged or of another layout."""


class MissingLibrary(DatelineError):
    """A library of an optional extra is not installed."""


class WatchError(DatelineError):
    """A file that says what is watched cannot be read, or nothing in it can be used."""


class DatasetError(DatelineError):
    """A folder is no dataset of readings, or one that this version does not know."""


class ClusterError(DatelineError):
    """A cluster cannot be reached, or its machines cannot do what they are asked for."""


class ServerError(DatelineError):
    """The server of the reading room cannot be started."""
