"""As much of QML's grammar as the checks need: the objects of a file with their types and bindings."""

import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)""",
    re.DOTALL,
)
TYPE = re.compile(r"([A-Za-z_][\w.]*\.)?([A-Z]\w*)(?:\s+on\s+[\w.]+)?\s*$")
BINDING = re.compile(
    r"(?:(?:readonly|required|default|final)\s+)*(?:property\s+[\w.<>]+\s+)?([A-Za-z_][\w.]*)\s*:(?!:)"
)
CONTINUES = re.compile(r"(?:[?:+\-*/%&|<>=,(\[.]|instanceof)\s*$")
CONTINUED = re.compile(r"\s*(?:[?:+*/%&|<>=.)\]]|-(?!\s*$))")


@dataclass
class Object:
    type: str
    line: int
    bindings: dict = field(default_factory=dict)  # name -> (value as written, line)
    children: list = field(default_factory=list)

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()


def without_comments(source):
    blank = lambda match: re.sub(r"[^\n]", " ", match[0]) if match["comment"] else match[0]
    return TOKEN.sub(blank, source)


def value_end(source, begin):
    """Where the expression that begins there ends."""
    depth, at = 0, begin
    while at < len(source):
        string = TOKEN.match(source, at)
        if string:
            at = string.end()
            continue
        character = source[at]
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth < 0:
                return at
        elif depth == 0 and character == ";":
            return at
        elif depth == 0 and character == "\n":
            rest = source[at + 1 :].lstrip("\n \t")
            if not CONTINUES.search(source[begin:at]) and not CONTINUED.match(rest) and source[begin:at].strip():
                return at
        at += 1
    return at


def objects(source):
    """All objects of a QML file, outer ones first."""
    source = without_comments(source)
    root, stack, at, statement = Object("", 0), [], 0, True
    stack.append(root)
    while at < len(source):
        string = TOKEN.match(source, at)
        if string:
            at, statement = string.end(), False
            continue
        character, top = source[at], stack[-1]
        if character == "{":
            kind = TYPE.search(source, 0, at) if top is not None else None
            inner = Object(kind[2], source.count("\n", 0, kind.start()) + 1) if kind else None
            if inner:
                top.children.append(inner)
            stack.append(inner)
            at, statement = at + 1, True
        elif character == "}":
            if len(stack) > 1:
                stack.pop()
            at, statement = at + 1, True
        elif character in ";\n[,":
            at, statement = at + 1, True
        elif character.isspace():
            at += 1
        else:
            binding = BINDING.match(source, at) if statement and top is not None else None
            statement = False
            if not binding:
                at += 1
                continue
            end = value_end(source, binding.end())
            value = source[binding.end() : end].strip()
            top.bindings[binding[1]] = (value, source.count("\n", 0, at) + 1)
            # An object as the value is read on as a child of this one.
            opening = re.match(r"\s*\[?\s*(?:[a-z_]\w*\.)?[A-Z][\w.]*(?:\s+on\s+[\w.]+)?\s*\{", source[binding.end() : end])
            at = binding.end() if opening else end
    return list(root.all())[1:]
