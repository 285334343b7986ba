import QtQuick
import QtQuick.Controls.Basic

/** A tip in the window's colours; data in it is never markup. */
ToolTip {
    id: root

    property int widest: 320

    delay: 600
    padding: 8
    leftPadding: 12
    rightPadding: 12

    contentItem: Words {
        id: words

        text: root.text
        font.pixelSize: 12
        wrapMode: Text.Wrap
        width: Math.min(implicitWidth, root.widest)
    }
    background: Rectangle {
        radius: 6
        color: root.palette.base
        border.width: 1
        border.color: root.palette.mid
    }
}
