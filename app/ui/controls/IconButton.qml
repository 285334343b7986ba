import QtQuick
import QtQuick.Controls.Basic

/** A square button with a drawn symbol, named for screen readers and in its tip. */
Button {
    id: root

    required property string name
    property string shortcutText: ""

    implicitWidth: 32
    implicitHeight: 32
    padding: 0
    opacity: root.enabled ? 1 : 0.35
    icon.width: 16
    icon.height: 16
    icon.color: root.palette.windowText
    display: AbstractButton.IconOnly
    Accessible.name: root.name
    ToolTip.visible: root.hovered && root.enabled
    ToolTip.delay: 600
    ToolTip.text: root.name

    background: Rectangle {
        radius: 6
        color: root.down ? root.palette.alternateBase
                         : root.hovered ? Qt.alpha(root.palette.windowText, 0.06) : "transparent"

        FocusRing {
            shown: root.visualFocus
        }
    }
}
