import QtQuick
import QtQuick.Controls.Basic

/** Somebody's words about the incident; a click opens the source at them. */
ItemDelegate {
    id: root

    required property real quote
    required property real document
    required property string words
    required property string speaker
    required property string stance
    required property string source
    required property bool matches
    required property Look look
    property color barColour: root.palette.mid
    property bool focusShown: false

    objectName: "quoteCard"
    height: column.implicitHeight + 8
    padding: 0
    Accessible.name: qsTr("%1 %2: %3. Open the source at these words.").arg(root.speaker).arg(root.stance).arg(root.words)

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: -8
        radius: 6
        color: root.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
        border.width: root.focusShown || root.visualFocus ? 2 : 0
        border.color: root.palette.accent
    }
    contentItem: Item {
        Rectangle {
            width: 3
            height: parent.height
            radius: 1.5
            color: root.barColour
        }
        Column {
            id: column

            x: 16
            y: 4
            width: parent.width - x
            spacing: 4

            Words {
                width: parent.width
                text: qsTr("%1 · %2").arg(root.speaker).arg(root.stance)
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
            }
            Words {
                width: parent.width
                text: qsTr("“%1”").arg(root.words)
                font.family: "Noto Serif"
                font.pixelSize: 16
                lineHeight: 1.2
                wrapMode: Text.Wrap
            }
            Words {
                width: parent.width
                topPadding: 2
                text: root.source
                muted: true
                font.pixelSize: 12
                wrapMode: Text.Wrap
            }
            Words {
                width: parent.width
                text: root.matches ? qsTr("Matches the source exactly") : qsTr("The source has other words here now")
                color: root.matches ? root.look.good : root.look.warning
                font.pixelSize: 12
                wrapMode: Text.Wrap
            }
        }
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
