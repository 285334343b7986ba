import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** A text of several lines under its name. */
ColumnLayout {
    id: root

    required property string name
    required property string value
    property string hint: ""
    property int lines: 3

    signal edited(string text)

    spacing: 4

    Words {
        text: root.name
        muted: true
        font.pixelSize: 12
        elide: Text.ElideRight
        Layout.fillWidth: true
    }
    TextArea {
        id: area

        text: root.value
        textFormat: TextEdit.PlainText
        placeholderText: root.hint
        leftPadding: 12
        rightPadding: 12
        topPadding: 8
        bottomPadding: 8
        wrapMode: TextEdit.Wrap
        font.pixelSize: 14
        color: root.palette.windowText
        placeholderTextColor: root.palette.placeholderText
        selectByMouse: true
        selectionColor: root.palette.accent
        selectedTextColor: root.palette.highlightedText
        Accessible.name: root.name
        Layout.fillWidth: true
        Layout.minimumHeight: 16 + root.lines * 19
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: area.nextItemInFocusChain(true)
        KeyNavigation.backtab: area.nextItemInFocusChain(false)
        onTextChanged: {
            if (area.activeFocus)
                root.edited(area.text)
        }

        background: Rectangle {
            radius: 6
            color: root.palette.base
            border.width: area.activeFocus ? 2 : 1
            border.color: area.activeFocus ? root.palette.accent : root.palette.mid
        }
    }
}
