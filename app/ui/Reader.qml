pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** A source as it was taken in, scrolled to the words that were asked for. */
ColumnLayout {
    id: root

    required property Session session
    readonly property ReaderModel reader: root.session.reader
    property int wordsRow: -1
    property int wordsBegin: 0
    property int wordsEnd: 0

    function showMark(): void {
        if (root.reader.markedRow >= 0)
            page.positionViewAtIndex(root.reader.markedRow, ListView.Center)
        else
            page.positionViewAtBeginning()
    }
    function keepWords(row: int, begin: int, end: int): void {
        if (end > begin) {
            root.wordsRow = row
            root.wordsBegin = begin
            root.wordsEnd = end
        } else if (row === root.wordsRow) {
            root.wordsRow = -1
        }
    }

    objectName: "reader"
    spacing: 0
    focus: visible
    onVisibleChanged: {
        if (visible) {
            page.forceActiveFocus(Qt.OtherFocusReason)
            root.showMark()
        }
    }

    Shortcut {
        sequence: "Escape"
        enabled: root.visible
        onActivated: root.session.selection.closeReader()
    }

    RowLayout {
        spacing: 4
        Layout.leftMargin: 12
        Layout.rightMargin: 12
        Layout.topMargin: 8

        PushButton {
            quiet: true
            objectName: "closeReader"
            text: root.session.selection.incident !== 0 ? qsTr("‹ Back to the incident") : qsTr("‹ Back")
            onClicked: root.session.selection.closeReader()
        }
        Item {
            Layout.fillWidth: true
        }
        PushButton {
            visible: root.session.replacement.canReplace
            quiet: true
            objectName: "replaceSource"
            text: qsTr("Newer capture…")
            Accessible.description: qsTr("Replaces this source by a newer capture of it; this one stays in the case")
            onClicked: root.session.replacement.ask()
        }
        IconButton {
            name: qsTr("Close the source (Esc)")
            icon.source: "qrc:/qt/qml/Dateline/Ui/icons/close.svg"
            onClicked: root.session.selection.closeReader()
        }
    }
    ColumnLayout {
        spacing: 4
        Layout.fillWidth: true
        Layout.leftMargin: 24
        Layout.rightMargin: 24
        Layout.topMargin: 8
        Layout.bottomMargin: 16

        Words {
            text: root.reader.name
            font.pixelSize: 22
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.fillWidth: true
        }
        Words {
            text: root.reader.origin
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 6
            Layout.fillWidth: true
            Layout.topMargin: 2
            Layout.bottomMargin: 2

            MenuChip {
                objectName: "sourceGrade"
                enabled: !root.session.readOnly
                name: qsTr("Reliability of the source")
                text: root.session.grading.gradeText
                choices: root.session.grading.gradeNames
                current: root.session.grading.grade
                onChosen: index => root.session.grading.grade = index
            }
            Tick {
                objectName: "sourceGraphic"
                enabled: !root.session.readOnly
                words: qsTr("Graphic")
                checked: root.session.grading.sourceGraphic
                onToggled: root.session.grading.sourceGraphic = checked
            }
        }
        OriginLine {
            session: root.session
            Layout.fillWidth: true
        }
        Words {
            visible: text.length > 0
            text: root.reader.address
            muted: true
            font.pixelSize: 12
            elide: Text.ElideMiddle
            Layout.fillWidth: true
        }
        Words {
            text: root.reader.fingerprint
            muted: true
            font.pixelSize: 12
            elide: Text.ElideMiddle
            Layout.fillWidth: true
        }
        Words {
            visible: text.length > 0
            text: root.session.replacement.captureText
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Flow {
            visible: root.session.replacement.isOlder
            spacing: 4
            Layout.fillWidth: true
            Layout.leftMargin: -10

            PushButton {
                visible: root.session.replacement.isOlder
                quiet: true
                objectName: "openNewerCapture"
                text: qsTr("Open the newer capture")
                onClicked: root.session.replacement.openNewer()
            }
            PushButton {
                visible: root.session.replacement.canCompare
                quiet: true
                objectName: "decideOnQuotes"
                text: qsTr("Decide on its quotes…")
                onClicked: root.session.replacement.compare()
            }
        }
        Words {
            visible: root.reader.hasLostQuote
            text: qsTr("The quoted words do not stand at their place in this text any more.")
            color: root.session.look.warning
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.topMargin: 4
        }
    }
    Hairline {
        Layout.fillWidth: true
    }

    GraphicCover {
        objectName: "sourceCover"
        visible: root.reader.hidden
        Layout.fillWidth: true
        Layout.margins: 24
        onClicked: root.session.grading.showSource()
    }
    ListView {
        id: page

        objectName: "readerText"
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.reader
        spacing: 14
        topMargin: 16
        bottomMargin: 24
        cacheBuffer: 400
        reuseItems: false
        Accessible.role: Accessible.Document
        Accessible.name: qsTr("Source: %1").arg(root.reader.name)
        ScrollBar.vertical: SlimScrollBar {}
        Layout.fillWidth: true
        Layout.fillHeight: true
        Keys.onDownPressed: page.flick(0, -900)
        Keys.onUpPressed: page.flick(0, 900)

        delegate: TextEdit {
            id: part

            required property int index
            required property string paragraph

            width: page.width
            leftPadding: 24
            rightPadding: 24
            text: part.paragraph
            textFormat: TextEdit.PlainText
            readOnly: true
            selectByMouse: true
            wrapMode: TextEdit.Wrap
            font.family: "Noto Serif"
            font.pixelSize: 16
            color: root.palette.windowText
            selectionColor: root.palette.accent
            selectedTextColor: root.palette.highlightedText
            onSelectionEndChanged: root.keepWords(part.index, part.selectionStart, part.selectionEnd)
            onSelectionStartChanged: root.keepWords(part.index, part.selectionStart, part.selectionEnd)

            readonly property ParagraphMarks marks: ParagraphMarks {
                target: part.textDocument
                reader: root.reader
                look: root.session.look
                row: part.index
            }
        }
    }

    Hairline {
        Layout.fillWidth: true
    }
    PushButton {
        enabled: root.wordsRow >= 0
        text: enabled ? qsTr("New incident from these words") : qsTr("Select words to make an incident from them")
        primary: enabled
        Layout.fillWidth: true
        Layout.margins: 16
        onClicked: root.session.draft.startFromWords(root.wordsRow, root.wordsBegin, root.wordsEnd)
    }

    Connections {
        target: root.reader

        function onMarksChanged(): void {
            root.showMark()
        }
        function onDocumentChanged(): void {
            root.wordsRow = -1
        }
    }
}
