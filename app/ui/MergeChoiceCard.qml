pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** One side of what two copies tell differently, to be chosen. */
AbstractButton {
    id: root

    required property string side
    required property string words
    required property string by
    property bool isLong: root.words.length > 400

    checkable: true
    autoExclusive: false
    padding: 12
    Accessible.role: Accessible.RadioButton
    Accessible.name: qsTr("%1: %2; %3").arg(root.side).arg(root.words).arg(root.by)
    Accessible.checked: root.checked

    contentItem: ColumnLayout {
        spacing: 4

        RowLayout {
            spacing: 8
            Layout.fillWidth: true

            Rectangle {
                implicitWidth: 14
                implicitHeight: 14
                radius: 7
                color: "transparent"
                border.width: root.checked ? 4 : 1
                border.color: root.checked ? root.palette.accent : root.palette.placeholderText
            }
            Words {
                text: root.side
                font.pixelSize: 12
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
        }
        Words {
            text: root.words
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            maximumLineCount: 12
            Layout.fillWidth: true
        }
        Words {
            visible: root.by.length > 0
            text: root.by
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Item {
            Layout.fillHeight: true
        }
    }
    background: Rectangle {
        radius: 6
        color: root.checked ? root.palette.alternateBase : root.hovered ? Qt.alpha(root.palette.windowText, 0.04) : root.palette.base
        border.width: 1
        border.color: root.checked ? root.palette.accent : root.palette.mid

        FocusRing {
            shown: root.visualFocus
        }
    }
}
