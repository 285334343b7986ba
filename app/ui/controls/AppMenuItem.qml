import QtQuick
import QtQuick.Controls.Basic

/** One line of a menu, with its key at the end. */
MenuItem {
    id: root

    implicitHeight: 32
    leftPadding: 12
    rightPadding: 12
    topPadding: 0
    bottomPadding: 0
    opacity: root.enabled ? 1 : 0.45
    indicator: null
    arrow: Chevron {
        x: root.width - width - 12
        y: (root.height - height) / 2
        rotation: -90
        visible: root.subMenu !== null
    }

    contentItem: Item {
        Words {
            anchors.fill: parent
            anchors.rightMargin: key.width + 16
            text: root.text.replace(/&(.)/g, "$1")
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
            font.weight: root.checked ? Font.DemiBold : Font.Normal
        }
        Words {
            id: key

            anchors.right: parent.right
            height: parent.height
            text: keyText.nativeText
            muted: true
            font.pixelSize: 12
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
        }
        Shortcut {
            id: keyText

            enabled: false
            sequence: root.action ? root.action.shortcut : undefined
        }
    }
    background: Rectangle {
        radius: 5
        color: root.highlighted ? root.palette.alternateBase : "transparent"
    }
}
