import QtQuick
import QtQuick.Controls.Basic

/** One step of the history: its time, what was done, by whom. */
ItemDelegate {
    id: root

    required property int index
    required property string time
    required property string author
    required property string label
    required property string note
    required property string rows
    required property bool undone
    property bool selected: false
    property bool focusShown: false

    height: texts.implicitHeight + 16
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: root.note.length > 0
                     ? qsTr("%1, %2, %3, %4, %5").arg(root.time).arg(root.label).arg(root.note).arg(root.author).arg(root.rows)
                     : qsTr("%1, %2, %3, %4").arg(root.time).arg(root.label).arg(root.author).arg(root.rows)
    Accessible.selected: root.selected

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.rightMargin: 12
            radius: 6
            color: root.selected ? root.palette.alternateBase
                                 : root.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
            border.width: root.focusShown ? 2 : 0
            border.color: root.palette.accent
        }
    }
    contentItem: Item {
        Words {
            x: 12
            y: 8
            width: 44
            text: root.time
            muted: true
        }
        Column {
            id: texts

            x: 64
            y: 8
            width: parent.width - x - 28
            spacing: 2

            Words {
                width: parent.width
                text: root.label
                muted: root.undone
                font.strikeout: root.undone
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
            }
            Words {
                width: parent.width
                text: root.note.length > 0 ? qsTr("%1 · %2 · %3").arg(root.author).arg(root.rows).arg(root.note)
                                           : qsTr("%1 · %2").arg(root.author).arg(root.rows)
                muted: true
                font.pixelSize: 12
                elide: Text.ElideRight
            }
        }
    }
}
