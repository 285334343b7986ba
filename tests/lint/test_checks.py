#!/usr/bin/env python3
"""Shows that every check of this folder passes what is right and fails on what is wrong."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import includes
import plaintext
import qml
import source_rules
import words

SOURCE_DIR = Path(__file__).resolve().parents[2]


def problems(check, files):
    """What check finds in a tree of these files."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "app").mkdir()
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
        return list(check(root))


class Includes(unittest.TestCase):
    def test_downward_includes_pass(self):
        self.assertEqual(problems(includes.check, {
            "app/map/scene.cpp": '#include "map/scene.h"\n#include "domain/incident.h"\n#include <QString>\n',
            "app/map/CMakeLists.txt": "dateline_module(map)\ntarget_link_libraries(dateline_map PUBLIC dateline_geo)\n",
            "app/main.cpp": '#include "ui/window.h"\n',
        }), [])

    def test_an_upward_include_fails(self):
        for module, other in [("base", "domain"), ("map", "figure"), ("places", "geo"), ("cli", "ui"), ("geo", "map")]:
            with self.subTest(module=module):
                found = problems(includes.check, {f"app/{module}/a.cpp": f'\n#include "{other}/b.h"\n'})
                self.assertEqual(found, [f"app/{module}/a.cpp:2: {module} must not include {other}"])

    def test_a_way_around_through_dots_fails(self):
        self.assertEqual(len(problems(includes.check, {"app/base/a.h": '#include "../ui/window.h"\n'})), 1)

    def test_an_upward_link_fails(self):
        found = problems(includes.check, {
            "app/domain/CMakeLists.txt": "dateline_module(domain)\n# not dateline_ui\n"
                                         "target_link_libraries(dateline_domain PUBLIC dateline_places)\n"})
        self.assertEqual(found, ["app/domain/CMakeLists.txt:3: domain must not link places"])

    def test_an_unknown_module_fails(self):
        self.assertEqual(len(problems(includes.check, {"app/helpers/a.h": "\n"})), 1)


class PlainText(unittest.TestCase):
    def found(self, body, **others):
        files = {"app/ui/Case.qml": "import QtQuick\nItem {\n" + body + "\n}\n"}
        files.update({f"app/ui/{name}.qml": content for name, content in others.items()})
        return problems(plaintext.check, files)

    def test_what_is_plain_passes(self):
        for body in [
            "Text { text: model.words; textFormat: Text.PlainText }",
            "QQC.Label {\n    textFormat: Text.PlainText // always\n    text: a ? b : c\n}",
            "TextArea { textFormat: TextEdit.PlainText }",
            'CheckBox { text: qsTr("Show \\"far\\" places") }',
            'CheckBox { text: root.dark ? qsTr("Light") : qsTr("Dark") }',
            "CheckBox { text: words; contentItem: Text { text: words; textFormat: Text.PlainText } }",
            "Button { text: words }",
            "component Text2: Item { property string text: words }",
            '// Text { text: words }\n/* Label { text: words } */',
        ]:
            with self.subTest(body=body):
                self.assertEqual(self.found(body), [])

    def test_what_may_be_read_as_markup_fails(self):
        for body in [
            "Text { text: model.words }",
            "Label {}",
            "QQC.Label { text: words }",
            "Item { Row {\n Text {\n text: words\n } } }",
            "delegate: Text { text: words }",
            "Loader { sourceComponent: Component { Text { text: words } } }",
            "states: [ State {}, State { Text { text: words } } ]",
            "Text { text: words; textFormat: Text.StyledText }",
            "Body { textFormat: Text.RichText }",
            "Text { text: words; textFormat: rich ? Text.RichText : Text.PlainText }",
            "CheckBox { text: words }",
            'CheckBox { text: qsTr("In %1").arg(place) }',
            'CheckBox {\n    text: known\n        ? place\n        : qsTr("Nowhere")\n}',
            'Dialog { title: "About " + place }',
            "Button { ToolTip.text: words }",
            "ToolTip { text: words }",
            "GroupBox { title: { return words } }",
            "function f() { return 1 }\nText { text: f() }",
            "onClicked: { if (a) { b() } }\nText { text: words }",
            "property string quote: \"it's // fine\"\nText { text: words }",
        ]:
            with self.subTest(body=body):
                self.assertEqual(len(self.found(body)), 1, self.found(body))

    def test_an_own_control_counts_as_what_it_is_made_of(self):
        self.assertEqual(self.found("Tick { text: words }", Tick="CheckBox { }"),
                         ["app/ui/Case.qml:3: Tick guesses the format of its text; it may show literals only"])
        own = "CheckBox { id: root; contentItem: Text { text: root.text; textFormat: Text.PlainText } }"
        self.assertEqual(self.found("Tick { text: words }", Tick=own), [])

    def test_words_handed_on_by_an_own_component_are_checked_where_it_is_used(self):
        tip = "Button { id: root; required property string name\n ToolTip.text: root.name }"
        self.assertEqual(self.found('Tipped { name: qsTr("Zoom in") }', Tipped=tip), [])
        self.assertEqual(self.found("Tipped { name: words }", Tipped=tip),
                         ["app/ui/Case.qml:3: Tipped guesses the format of its name; it may show literals only"])
        twice = 'Tipped { id: item; property string label: ""; name: item.label }'
        self.assertEqual(len(self.found("Twice { label: words }", Tipped=tip, Twice=twice)), 1)

    def test_lines_and_nesting_are_read_right(self):
        tree = qml.objects('Item {\n    width: {\n        return 1\n    }\n    Text {\n        text: "}"\n    }\n}\n')
        self.assertEqual([(item.type, item.line) for item in tree], [("Item", 1), ("Text", 5)])
        self.assertEqual(tree[1].bindings["text"], ('"}"', 6))


class SourceRules(unittest.TestCase):
    def test_what_is_right_passes(self):
        self.assertEqual(problems(source_rules.check, {
            "app/geo/dataset.cpp": "GDALOpenEx(path, flags);\n",
            "app/casefile/case.cpp": "#include <sqlite3.h>\n",
            "app/map/a.h": "#pragma once\n" + "\n" * 149,
        }), [])

    def test_each_rule_fails_on_its_breach(self):
        for name, content in {
            "app/map/long.h": "#pragma once\n" + "\n" * 150,
            "app/map/long.cpp": "\n" * 401,
            "app/ui/Long.qml": "\n" * 401,
            "app/map/open.h": "struct A;\n",
            "app/map/layer.cpp": "auto *data = GDALOpenEx (path, 0);\n",
            "app/geo/other.cpp": "GDALOpen(path, GA_ReadOnly);\n",
            "app/ui/model.cpp": "#include <sqlite3.h>\n",
            "app/cli/list.cpp": "#include <QSqlQuery>\n",
            "app/ui/window.cpp": "engine.rootContext()->setContextProperty(name, value);\n",
            "app/ui/look.h": "#pragma once\nclass Look { QML_SINGLETON };\n",
            "app/ui/Look.qml": "pragma Singleton\nItem {}\n",
        }.items():
            with self.subTest(name=name):
                self.assertEqual(len(problems(source_rules.check, {name: content})), 1)


class Words(unittest.TestCase):
    def test_ordinary_words_pass(self):
        self.assertEqual(problems(words.check, {
            "README.md": "We work/play on https://www.debian.org and in /tmp, framework/core and \u201cshared\u201d.\n",
            "tests/data/article.txt": "They said T" "ODO.\n",
        }), [])

    def test_each_forbidden_word_fails(self):
        for content in ["in /wor" "k/main", "see ..", "deb.deb" "ian.org", "snapshot.deb" "ian.org", "archive.ubun" "tu.com",
                        "/home/" "anna/x", "T" "ODO: later"]:
            content = content.replace("see ..", "see ../sha" "red")
            with self.subTest(content=content):
                self.assertEqual(len(problems(words.check, {"README.md": content})), 1)


class Scripts(unittest.TestCase):
    def no_network(self, program):
        script = SOURCE_DIR / "tests/journeys/no-network.sh"
        return subprocess.run([script, sys.executable, "-c", program], capture_output=True, text=True).returncode

    def test_no_network_notices_internet_sockets(self):
        for family in ["AF_INET", "AF_INET6"]:
            program = f"import socket; socket.socket(socket.{family}, socket.SOCK_DGRAM)"
            self.assertEqual(self.no_network(program), 1)
            self.assertEqual(self.no_network(f"import os\nif os.fork() == 0:\n    {program}\nelse: os.wait()"), 1)

    def test_no_network_lets_the_rest_pass(self):
        self.assertEqual(self.no_network("import socket; socket.socket(socket.AF_UNIX)"), 0)
        self.assertEqual(self.no_network("raise SystemExit(7)"), 7)

    def mirror(self, files):
        """The archive that packaging/run takes from these apt sources, on Debian."""
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "sources.list.d").mkdir()
            for name, content in files.items():
                (Path(folder) / name).write_text(content)
            shell = f"set -euo pipefail; . {SOURCE_DIR}/packaging/environment.sh; mirror {folder}"
            return subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=True).stdout.strip()

    def test_the_mirror_is_the_one_that_apt_uses(self):
        line = "deb [arch=amd64 signed-by=/usr/share/keyrings/{0}.gpg] {1} {2} {3}\n"
        other = line.format("another-publisher", "https://example.com/apt", "stable", "main")
        good = line.format("debian-archive-keyring", "https://mirror.example/debian/", "stable", "main contrib")
        stanza = "Types: deb deb-src\n# a remark\nURIs: {0}\nSuites: {1}\nComponents: main\n"
        for files, expected in [
            ({}, ""),
            ({"sources.list": "# deb http://a.example/debian stable main\n"}, ""),
            ({"sources.list": "deb http://a.example/debian stable main\n"}, "http://a.example/debian"),
            ({"sources.list": "deb cdrom:[x]/ stable main\ndeb-src http://s.example/d stable main\n" + good},
             "https://mirror.example/debian"),
            ({"sources.list.d/a.list": other, "sources.list.d/b.list": good}, "https://mirror.example/debian"),
            ({"sources.list": "deb http://x.example/debian-security stable-security main\n"}, ""),
            ({"sources.list": "deb http://x.example/ubuntu noble main\n"}, ""),
            ({"sources.list.d/d.sources": stanza.format("http://s.example/debian-security", "stable-security") + "\n"
              + stanza.format("http://b.example/debian", "testing stable stable-updates")}, "http://b.example/debian"),
            ({"sources.list.d/d.sources": stanza.format("\n http://b.example/debian\n http://c.example/debian", "stable")
              + "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"}, "http://b.example/debian"),
            ({"sources.list.d/d.sources": stanza.format("http://b.example/debian", "stable") + "Enabled: no\n"}, ""),
        ]:
            with self.subTest(files=files):
                self.assertEqual(self.mirror(files), expected)


if __name__ == "__main__":
    unittest.main()
