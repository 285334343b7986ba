import QtQuick
import QtQuick.Controls.Basic

/** One row of a newer download that is not as the case has it. */
ItemDelegate {
    id: root

    required property int index
    required property string rowId
    required property string words
    required property string title
    required property bool both
    required property bool theirs
    property bool current: false
    property bool focusShown: false

    /** The file's side is taken, or the case's kept. */
    signal chosen(theirs: bool)

    objectName: `release${root.rowId}`
    height: texts.implicitHeight + 16
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: qsTr("%1: %2").arg(root.rowId).arg(root.words)
    Accessible.selected: root.current

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: 8
            anchors.rightMargin: 8
            radius: 6
            color: root.current ? root.palette.alternateBase
                                : root.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
            border.width: root.focusShown ? 2 : 0
            border.color: root.palette.accent
        }
    }
    contentItem: Item {
        Column {
            id: texts

            x: 24
            y: 8
            width: parent.width - 48
            spacing: 1

            Words {
                width: parent.width
                text: qsTr("%1 · %2").arg(root.rowId).arg(root.words)
                font.pixelSize: 13
                wrapMode: Text.Wrap
                maximumLineCount: 4
                elide: Text.ElideRight
            }
            Words {
                width: parent.width
                visible: text.length > 0
                text: root.title
                muted: true
                font.pixelSize: 12
                elide: Text.ElideRight
                maximumLineCount: 1
            }
            Tick {
                objectName: `theirs${root.rowId}`
                visible: root.both
                width: parent.width
                words: qsTr("Take the file's side instead of ours")
                font.pixelSize: 12
                checked: root.theirs
                onToggled: root.chosen(checked)
            }
        }
    }
}
