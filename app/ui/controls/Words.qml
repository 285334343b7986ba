import QtQuick
import QtQuick.Controls.Basic

/** A text of the interface; data in it is never markup. */
Label {
    id: root

    property bool muted: false

    textFormat: Text.PlainText
    color: root.muted ? root.palette.placeholderText : root.palette.windowText
    font.pixelSize: 14
    lineHeight: 1.15
}
