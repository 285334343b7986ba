import QtQuick
import QtQuick.Controls.Basic

/** A choice to tick, with its words. */
CheckBox {
    id: root

    required property string words

    implicitHeight: Math.max(28, label.implicitHeight + 4)
    padding: 0
    spacing: 10
    Accessible.name: root.words

    indicator: Rectangle {
        y: (root.height - height) / 2
        implicitWidth: 18
        implicitHeight: 18
        radius: 4
        color: root.checked ? root.palette.accent : root.palette.base
        border.width: root.checked ? 0 : 1
        border.color: root.palette.placeholderText

        Words {
            anchors.centerIn: parent
            visible: root.checked
            text: "✓"
            color: root.palette.brightText
            font.pixelSize: 13
            font.weight: Font.Bold
            lineHeight: 1
        }
        FocusRing {
            shown: root.visualFocus
            radius: 7
        }
    }
    contentItem: Words {
        id: label

        leftPadding: root.indicator.width + root.spacing
        text: root.words
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
    }
}
