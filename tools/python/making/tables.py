"""Writes tamga/schema: the tables of the page as Python data."""

from __future__ import annotations

from making.page import Page, Section, is_fields, is_message

HEAD = '"""{0}\n\nMade by tools/python/make from docs/PROTOCOL.md; not to be changed by hand.\n"""\n\n'
HEAD += "from __future__ import annotations\n"

# Which file a message or a group stands in.
FILES = {
    "session": "hello welcome session-limits session-times request-waits request-options ping pong cancel cancelled "
    "stats statistics request-count error",
    "fingers": "finger-record template-warning finger-score candidate decision identify identified verify verified",
    "persons": "enrol enrolled encounter enrolled-finger read person deletion-receipt delete deleted add-encounter "
    "encounter-added update updated merge merged",
    "assessments": "not-taken-finger assessment-candidate fact-reference ban-in-force earlier-refusal search-summary",
    "registration": "register registered look-up looked-up",
    "facts": "link linked unlink unlinked refuse refused ban-term remove removed lift-ban ban-lifted close closed "
    "certificate certified",
    "lists": "alerts alert-entry alert-list due due-entry due-list history history-entry history-list",
}
VOCABULARIES = {
    "Outcomes": "outcome", "Verdicts": "verdict", "Doubts": "doubt", "Next steps": "next", "Reasons": "reason",
    "Statuses": "status", "Grounds": "ground", "Agencies": "agency", "Removals": "removal", "Facts": "fact",
    "What is closed": "what",
}


def name_of(section: Section) -> str:
    return section.heading.split(" ")[0]


def ordered(page: Page) -> dict[str, list[Section]]:
    """File to its sections; every section of the page has to have a file."""
    found = {name_of(one): one for one in page.field_sections()}
    placed = {file: [found.pop(name) for name in names.split()] for file, names in FILES.items()}
    if found:
        raise ValueError(f"these tables have no file yet, see FILES in {__name__}: {', '.join(found)}")
    return placed


def fields_of(section: Section) -> list[list[str]]:
    return section.tables[0].rows if section.tables and is_fields(section.tables[0]) else []


def constant(name: str) -> str:
    return name.upper().replace("-", "_")


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def schema(page: Page) -> dict[str, str]:
    """File name to text, of tamga/schema."""
    files = {f"{file}.py": _group_file(file, sections) for file, sections in ordered(page).items()}
    files["kinds.py"] = _kinds(page)
    files["codes.py"] = _codes(page)
    files["vocabularies.py"] = _vocabularies(page)
    files["roles.py"] = _roles(page)
    return files


def _group_file(file: str, sections: list[Section]) -> str:
    lines = [HEAD.format(f"Fields of messages and groups: {file}."), "from tamga.schema.types import Table, field\n"]
    for section in sections:
        name = name_of(section)
        kind = section.heading.split(" ")[1] if is_message(section) else "None"
        rows = fields_of(section)
        lines.append(f"\n{constant(name)} = Table({quoted(name)}, {kind}, (")
        for row in rows:
            lines.append(f"    field({row[0]}, {', '.join(quoted(cell) for cell in row[1:6])}),")
        lines[-1] += "))" if not rows else ""
        if rows:
            lines.append("))")
    return "\n".join(lines) + "\n"


def _kinds(page: Page) -> str:
    lines = [HEAD.format("The kinds of frames."), "from tamga.schema.types import Kind\n", "\nKINDS = ("]
    for number, name, sender, answer, largest in page.section("Kinds").tables[0].rows:
        answer = "None" if answer == "-" else quoted(answer)
        lines.append(f"    Kind({number}, {quoted(name)}, {quoted(sender)}, {answer}, {largest}),")
    return "\n".join([*lines, ")", ""])


def _codes(page: Page) -> str:
    lines = [HEAD.format("The codes of errors."), "from tamga.schema.types import Code\n", "\nCODES = ("]
    for number, name, closes, retryable, _, advice in page.section("Error codes").tables[0].rows:
        flags = f"{closes == 'yes'}, {retryable == 'yes'}"
        lines.append(f"    Code({number}, {quoted(name)}, {flags}, (\n        {_wrapped(advice)})),")
    return "\n".join([*lines, ")", ""])


def _wrapped(text: str) -> str:
    parts, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) > 96:
            parts.append(line)
            line = ""
        line += word + " "
    return "\n        ".join(quoted(part) for part in [*parts, line[:-1]])


def _vocabularies(page: Page) -> str:
    lines = [HEAD.format("The tokens there are; a newer server may know more.")]
    lines.append("#: Vocabulary to its tokens, in the order of the page.")
    lines.append("TOKENS: dict[str, tuple[str, ...]] = {")
    for heading, name in VOCABULARIES.items():
        lines.append(f"    {quoted(name)}: (")
        lines += [f"        {quoted(row[0])}," for row in page.section(heading).tables[0].rows]
        lines.append("    ),")
    lines.append("}\n\n#: Number of a record format to what the record is.\nFORMATS: dict[int, str] = {")
    lines += [f"    {row[0]}: {quoted(row[1])}," for row in page.section("Record formats").tables[0].rows]
    return "\n".join([*lines, "}", ""])


def _roles(page: Page) -> str:
    rights = page.section("Who may do what").tables[0]
    classes = page.section("Classes, deadlines, taking back").tables[0]
    roles = [column for column in rights.columns[2:]]
    lines = [HEAD.format("Who may do what: rights, classes, and the roles that have them.")]
    lines.append("from tamga.schema.types import Right, WaitingClass\n")
    lines.append(f"\nROLES = ({', '.join(quoted(role) for role in roles)})\n\nRIGHTS = (")
    for row in rights.rows:
        requests = [part.strip().strip("`") for part in row[1].split(",")]
        lines.append(f"    Right({quoted(row[0])}, {_tuple(requests)},\n          {_holders(roles, row[2:])}),")
    lines.append(")\n\nCLASSES = (")
    for row in classes.rows:
        lines.append(f"    WaitingClass({row[1]}, {quoted(row[0])}, {_holders(roles, row[3:])}),")
    return "\n".join([*lines, ")", ""])


def _tuple(items: list[str]) -> str:
    return "(" + ", ".join(quoted(item) for item in items) + ("," if len(items) == 1 else "") + ")"


def _holders(roles: list[str], cells: list[str]) -> str:
    return _tuple([role for role, cell in zip(roles, cells) if cell == "yes"])
