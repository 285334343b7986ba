import QtQuick
import QtQuick.Controls.Basic

/** Lines to look through and to copy from. */
ScrollView {
    id: root

    required property string name
    required property string lines
    property real most: 240

    implicitHeight: Math.min(root.most, area.implicitHeight + 4)

    TextArea {
        id: area

        text: root.lines
        textFormat: TextEdit.PlainText
        readOnly: true
        wrapMode: TextEdit.Wrap
        font.pixelSize: 13
        color: root.palette.windowText
        selectionColor: root.palette.accent
        selectedTextColor: root.palette.highlightedText
        Accessible.name: root.name
        background: Rectangle {
            radius: 6
            color: root.palette.base
            border.width: area.activeFocus ? 2 : 1
            border.color: area.activeFocus ? root.palette.accent : root.palette.mid
        }
    }
}
