import QtQuick
import QtQuick.Controls.Basic

/** One of a few ways, of which one is taken. */
RadioButton {
    id: root

    implicitHeight: 32
    padding: 0
    spacing: 8
    font.pixelSize: 14
    opacity: root.enabled ? 1 : 0.6

    indicator: Rectangle {
        y: (root.height - height) / 2
        implicitWidth: 18
        implicitHeight: 18
        radius: 9
        color: root.palette.base
        border.width: root.checked ? 5 : 1
        border.color: root.checked ? root.palette.accent : root.palette.placeholderText

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Words {
        leftPadding: root.indicator.width + root.spacing
        text: root.text
        font.pixelSize: root.font.pixelSize
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        lineHeight: 1
    }
}
