pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** The words of a source, paragraph by paragraph: to read, to step through what was found, and to select. */
FocusScope {
    id: root

    required property Session session
    required property ReviewKeys keys
    readonly property FoundLayers found: root.session.found
    readonly property WordSelection words: root.session.words

    function tell(sentence: string): void {
        Accessible.announce(sentence)
    }
    function take(): void {
        page.forceActiveFocus(Qt.OtherFocusReason)
    }
    function showMark(): void {
        if (root.session.reader.markedRow >= 0)
            page.positionViewAtIndex(root.session.reader.markedRow, ListView.Center)
        else
            page.positionViewAtBeginning()
    }
    function firstRow(): int {
        return Math.max(0, page.indexAt(page.width / 2, page.contentY + 24))
    }
    function step(direction: int): bool {
        if (!root.found.step(direction, root.firstRow()))
            return false
        page.positionViewAtIndex(root.found.focusedRow, ListView.Contain)
        focusTip.place()
        return true
    }
    function moveCaret(step: int, direction: int, select: bool): void {
        if (root.words.caretRow < 0) {
            if (root.found.focusedRow >= 0)
                root.words.begin(root.found.focusedRow, root.found.focusedBegin)
            else
                root.words.begin(root.firstRow(), 0)
        }
        root.words.move(step, direction, select)
        page.positionViewAtIndex(root.words.caretRow, ListView.Contain)
    }
    /** True if the key was one of the caret's. */
    function moveByKey(event: KeyEvent): bool {
        const select = (event.modifiers & Qt.ShiftModifier) !== 0
        const whole = (event.modifiers & Qt.ControlModifier) !== 0
        const part = page.itemAtIndex(root.words.caretRow) as Paragraph
        const onward = part && part.rightToLeft ? -1 : 1
        switch (event.key) {
        case Qt.Key_Right:
            root.moveCaret(whole ? WordSelection.Word : WordSelection.Letter, onward, select)
            return true
        case Qt.Key_Left:
            root.moveCaret(whole ? WordSelection.Word : WordSelection.Letter, -onward, select)
            return true
        case Qt.Key_Down:
            if (select)
                root.moveCaret(WordSelection.Sentence, 1, true)
            else
                page.flick(0, -900)
            return true
        case Qt.Key_Up:
            if (select)
                root.moveCaret(WordSelection.Sentence, -1, true)
            else
                page.flick(0, 900)
            return true
        case Qt.Key_End:
            root.moveCaret(WordSelection.Paragraph, 1, select)
            return true
        case Qt.Key_Home:
            root.moveCaret(WordSelection.Paragraph, -1, select)
            return true
        case Qt.Key_PageDown:
            page.flick(0, -2400)
            return true
        case Qt.Key_PageUp:
            page.flick(0, 2400)
            return true
        }
        return false
    }

    ListView {
        id: page

        readonly property real textWidth: Math.min(720, page.width - 48)
        readonly property real textX: Math.max(24, Math.round((page.width - page.textWidth) / 2))

        objectName: "readerText"
        anchors.fill: parent
        focus: true
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        model: root.session.reader
        spacing: 14
        bottomMargin: 24
        cacheBuffer: 400
        reuseItems: false
        Accessible.role: Accessible.Document
        Accessible.name: qsTr("Source: %1").arg(root.session.reader.name)
        ScrollBar.vertical: SlimScrollBar {}
        Keys.forwardTo: root.session.reviewing ? [root.keys] : []
        Keys.onTabPressed: event => event.accepted = root.step(1)
        Keys.onBacktabPressed: event => event.accepted = root.step(-1)
        Keys.onPressed: event => {
            if (root.moveByKey(event))
                event.accepted = true
            else if (event.modifiers === Qt.NoModifier && event.key >= Qt.Key_1 && event.key <= Qt.Key_6) {
                root.found.toggle(event.key - Qt.Key_1)
                event.accepted = true
            }
        }
        onContentYChanged: {
            hoverTip.visible = false
            focusTip.place()
        }

        section.property: "page"
        section.delegate: Words {
            required property string section

            x: page.textX
            width: page.textWidth
            height: text.length > 0 ? 28 : 0
            verticalAlignment: Text.AlignVCenter
            text: section
            muted: true
            font.pixelSize: 12
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        header: Item {
            id: top

            property real heightBefore: 0

            z: 2
            width: page.width
            height: head.implicitHeight + 32
            // What is known of the source only later makes it higher: its start stays in view.
            onHeightChanged: {
                if (page.contentY <= -top.heightBefore)
                    Qt.callLater(page.positionViewAtBeginning)
                top.heightBefore = top.height
            }

            ReaderHead {
                id: head

                session: root.session
                x: page.textX
                y: 16
                width: page.textWidth
            }
        }
        delegate: Paragraph {}

        MouseArea {
            id: pointer

            function rowAt(y: real): int {
                const row = page.indexAt(page.width / 2, y)
                return row >= 0 ? row : page.indexAt(page.width / 2, y - page.spacing - 1)
            }
            function extendTo(x: real, y: real): void {
                const row = pointer.rowAt(y)
                const part = page.itemAtIndex(row) as Paragraph
                if (part)
                    root.words.extend(row, part.positionAt(x - page.textX, y - part.y))
            }

            // Over the paragraphs, which begin at 0, and under the header's controls.
            parent: page.contentItem
            z: 1.5
            width: page.width
            height: Math.max(page.contentHeight, page.height)
            hoverEnabled: true
            preventStealing: true
            acceptedButtons: Qt.LeftButton
            cursorShape: Qt.IBeamCursor
            onPressed: mouse => {
                root.take()
                root.found.leave()
                const row = pointer.rowAt(mouse.y)
                const part = page.itemAtIndex(row) as Paragraph
                if (!part)
                    return
                const position = part.positionAt(mouse.x - page.textX, mouse.y - part.y)
                if (mouse.modifiers & Qt.ShiftModifier)
                    root.words.extend(row, position)
                else
                    root.words.begin(row, position)
            }
            onDoubleClicked: mouse => {
                const row = pointer.rowAt(mouse.y)
                const part = page.itemAtIndex(row) as Paragraph
                if (part)
                    root.words.takeWord(row, part.positionAt(mouse.x - page.textX, mouse.y - part.y))
            }
            onPositionChanged: mouse => {
                if (!pointer.pressed)
                    return hoverTip.look(mouse.x, mouse.y)
                pointer.extendTo(mouse.x, mouse.y)
                // Beyond an edge the text follows the pointer.
                const beyond = Math.min(0, mouse.y - page.contentY) + Math.max(0, mouse.y - page.contentY - page.height)
                if (beyond !== 0)
                    page.contentY = Math.max(page.originY, Math.min(page.originY + page.contentHeight - page.height,
                                                                    page.contentY + beyond))
            }
            onExited: hoverTip.visible = false
        }
    }

    component Paragraph: TextEdit {
        id: part

        required property int index
        required property string paragraph
        readonly property bool rightToLeft: part.effectiveHorizontalAlignment === TextEdit.AlignRight
        readonly property ParagraphMarks marks: ParagraphMarks {
            target: part.textDocument
            reader: root.session.reader
            look: root.session.look
            row: part.index
        }

        /** The letter under the point; −1 beside the text. */
        function letterAt(x: real, y: real): int {
            const at = part.positionAt(x, y)
            const box = part.positionToRectangle(at)
            if (Math.abs(x - box.x) > 24)
                return -1
            return (x < box.x) !== part.rightToLeft ? at - 1 : at
        }
        function showSelection(): void {
            const begin = root.words.beginIn(part.index)
            const end = root.words.endIn(part.index)
            if (end > begin)
                part.select(begin, end)
            else
                part.deselect()
            const at = root.words.caretIn(part.index)
            caret.visible = at >= 0 && page.activeFocus
            if (at >= 0) {
                const box = part.positionToRectangle(at)
                caret.x = box.x
                caret.y = box.y
                caret.height = box.height
            }
        }

        // The list itself keeps its rows at its left edge.
        transform: Translate {
            x: page.textX
        }
        width: page.textWidth
        text: part.paragraph
        textFormat: TextEdit.PlainText
        readOnly: true
        selectByMouse: false
        activeFocusOnPress: false
        persistentSelection: true
        wrapMode: TextEdit.Wrap
        font.family: "Noto Serif"
        font.pixelSize: 16
        color: root.session.look.ink
        selectionColor: root.session.look.accent
        selectedTextColor: root.session.look.onAccent
        Accessible.role: Accessible.Paragraph
        Accessible.name: part.paragraph
        Component.onCompleted: part.showSelection()

        FoundMarks {
            anchors.fill: parent
            z: -1
            target: part.textDocument
            layers: root.found
            look: root.session.look
            row: part.index
        }
        Rectangle {
            id: caret

            visible: false
            width: 1.5
            color: root.session.look.accent
        }
        Connections {
            target: root.words

            function onChanged(): void {
                part.showSelection()
            }
        }
        Connections {
            target: page

            function onActiveFocusChanged(): void {
                part.showSelection()
            }
        }
    }

    ReasonTip {
        id: hoverTip

        function look(x: real, y: real): void {
            const row = page.indexAt(page.width / 2, y)
            const part = page.itemAtIndex(row) as Paragraph
            hoverTip.text = part ? root.found.reasonAt(row, part.letterAt(x - page.textX, y - part.y)) : ""
            hoverTip.visible = hoverTip.text.length > 0 && !focusTip.visible
            hoverTip.pointAt(x, y - page.contentY, 20)
        }

        visible: false
    }
    ReasonTip {
        id: focusTip

        function place(): void {
            const part = page.itemAtIndex(root.found.focusedRow) as Paragraph
            focusTip.visible = part !== null && root.found.focusedReason.length > 0
            if (!part)
                return
            const box = part.positionToRectangle(root.found.focusedBegin)
            focusTip.pointAt(page.textX + box.x, part.y + box.y - page.contentY, box.height)
        }

        objectName: "reasonTip"
        visible: false
        text: root.found.focusedReason
    }

    Connections {
        target: root.found

        function onFocusedChanged(): void {
            focusTip.place()
            if (root.found.focusedRow >= 0)
                root.tell(qsTr("%1. %2").arg(root.found.focusedWords).arg(root.found.focusedReason))
        }
    }
    Connections {
        target: root.session.reader

        function onShowAsked(): void {
            root.showMark()
        }
    }
}
