#!/usr/bin/env python3
"""No word from a source may be read as markup: markup makes Qt Quick open files and addresses.

1. Every Text, Label, TextEdit and TextArea says `textFormat: Text.PlainText` (or `TextEdit.PlainText`) itself.
2. Nothing sets textFormat to anything else.
3. Controls that guess the format of their words (AUTOMATIC below) show literals only: qsTr("…"), or a choice between
   literals. For other words, give the control a contentItem or header of its own. A component of our own that is made of
   such a control, or hands a string property of its own to one, is held to the same wherever it is used.
"""

import re

from qml import objects
from report import files, main, text

TEXTS = {"Text", "Label", "TextEdit", "TextArea"}
PLAIN = {"Text.PlainText", "TextEdit.PlainText"}
# Control -> the property whose format is guessed, and the one that replaces what shows it.
AUTOMATIC = {
    "CheckBox": {"text": "contentItem"},
    "RadioButton": {"text": "contentItem"},
    "Switch": {"text": "contentItem"},
    "GroupBox": {"title": "label"},
    "Dialog": {"title": "header"},
    "MessageDialog": {"text": None},
    "ToolTip": {"text": "contentItem"},
}
ATTACHED = {"ToolTip.text": None}
LITERAL = re.compile(r"""qsTr\(\s*(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')\s*(?:,\s*"[^"]*"\s*)?\)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""")
# What is left of a choice between literals when these are taken out: conditions, question marks and colons
CHOICE = re.compile(r"(?:[^?:]+\?\s*:\s*)*")


def is_literal(value):
    return not value.startswith("{") and CHOICE.fullmatch(LITERAL.sub("", value)) is not None


def handed_on(tree, source, value):
    """The name of the string property of a component that value reads, if that is all it does."""
    name = value.removeprefix(tree[0].bindings.get("id", ("", 0))[0] + ".")
    declared = re.search(rf"\bproperty\s+string\s+{re.escape(name)}\b", source)
    return name if declared else None


def guesses(automatic, item):
    """The properties of an item whose format is guessed, with their values and lines."""
    for words, own in (ATTACHED | automatic.get(item.type, {})).items():
        value, line = item.bindings.get(words, ("", 0))
        if value and own not in item.bindings and not is_literal(value):
            yield words, value, line


def with_own_components(sources, trees):
    """AUTOMATIC and the components that are made of, or hand their words to, one that it names."""
    automatic = dict(AUTOMATIC)
    for _ in range(3):  # a component made of a component
        for path, tree in trees.items():
            if not tree:
                continue
            own = {word: by for word, by in automatic.get(tree[0].type, {}).items() if by not in tree[0].bindings}
            for item in tree:
                names = (handed_on(tree, sources[path], value) for _, value, _ in guesses(automatic, item))
                own |= {name: None for name in names if name}
            if own:
                automatic[path.stem] = automatic.get(path.stem, {}) | own
    return automatic


def check(root):
    sources = {path: text(path) for path in files(root, "app", ".qml")}
    trees = {path: objects(source) for path, source in sources.items()}
    automatic = with_own_components(sources, trees)
    for path, tree in trees.items():
        name = path.relative_to(root)
        for item in tree:
            form, line = item.bindings.get("textFormat", (None, item.line))
            if form is not None and form not in PLAIN:
                yield f"{name}:{line}: {item.type} sets textFormat to {form}; only PlainText is safe"
            elif form is None and item.type in TEXTS:
                yield f"{name}:{line}: {item.type} does not set textFormat: Text.PlainText"
            for words, value, line in guesses(automatic, item):
                if not handed_on(tree, sources[path], value):
                    yield f"{name}:{line}: {item.type} guesses the format of its {words}; it may show literals only"


if __name__ == "__main__":
    main(check)
