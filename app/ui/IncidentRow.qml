import QtQuick
import QtQuick.Controls.Basic

/** One incident in the list: its kind, title, time and support. */
ItemDelegate {
    id: root

    required property real incident
    required property string title
    required property int kind
    required property string kindName
    required property string whenText
    required property string place
    required property string support
    required property Look look
    property bool selected: false
    property bool focusShown: false

    objectName: "incident" + root.title
    height: texts.implicitHeight + 20
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("%1, %2, %3, %4").arg(root.title).arg(root.kindName).arg(root.whenText).arg(root.support)
    Accessible.selected: root.selected

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: 8
            anchors.rightMargin: 8
            radius: 6
            color: root.selected ? root.palette.alternateBase
                                 : root.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
            border.width: root.focusShown ? 2 : 0
            border.color: root.palette.accent
        }
    }
    contentItem: Item {
        KindIcon {
            x: 16
            y: 11
            width: 22
            height: 22
            kind: root.kind
            look: root.look
        }
        Column {
            id: texts

            x: 50
            y: 10
            width: parent.width - x - 20
            spacing: 2

            Words {
                width: parent.width
                text: root.title
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Words {
                width: parent.width
                text: root.whenText
                muted: true
                font.pixelSize: 12
                elide: Text.ElideRight
            }
            Words {
                width: parent.width
                text: qsTr("%1 · %2").arg(root.place).arg(root.support)
                muted: true
                font.pixelSize: 12
                elide: Text.ElideRight
            }
        }
    }
}
