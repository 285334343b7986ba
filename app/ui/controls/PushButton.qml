import QtQuick
import QtQuick.Controls.Basic

/** A button: one in a row may be primary; a quiet one has no outline. */
Button {
    id: root

    property bool primary: false
    property bool quiet: false

    implicitHeight: 34
    leftPadding: root.quiet ? 10 : 14
    rightPadding: root.quiet ? 10 : 14
    topPadding: 0
    bottomPadding: 0
    font.pixelSize: 14
    opacity: root.enabled ? 1 : 0.45

    contentItem: Words {
        text: root.text
        font.pixelSize: root.font.pixelSize
        font.weight: root.primary ? Font.DemiBold : Font.Normal
        color: root.primary ? root.palette.brightText : root.quiet ? root.palette.accent : root.palette.windowText
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        lineHeight: 1
    }

    background: Rectangle {
        radius: 6
        color: {
            if (root.primary)
                return root.down ? Qt.darker(root.palette.accent, 1.15) : root.palette.accent
            if (root.down || root.checked)
                return root.palette.alternateBase
            if (root.hovered)
                return Qt.alpha(root.palette.windowText, 0.06)
            return root.quiet ? "transparent" : root.palette.base
        }
        border.width: root.primary || root.quiet ? 0 : 1
        border.color: root.palette.mid

        FocusRing {
            shown: root.visualFocus
        }
    }
}
