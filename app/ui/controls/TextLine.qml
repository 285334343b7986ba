import QtQuick
import QtQuick.Controls.Basic

/** A field for one line of text. */
TextField {
    id: root

    implicitHeight: 34
    leftPadding: 12
    rightPadding: 12
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    font.pixelSize: 14
    color: root.palette.windowText
    placeholderTextColor: root.palette.placeholderText
    selectByMouse: true
    selectionColor: root.palette.accent
    selectedTextColor: root.palette.highlightedText
    // What is too long for it is read from its beginning, until it is edited.
    autoScroll: root.activeFocus

    background: Rectangle {
        radius: 6
        color: root.palette.base
        border.width: root.activeFocus ? 2 : 1
        border.color: root.activeFocus ? root.palette.accent : root.palette.mid
    }
}
