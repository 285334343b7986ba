pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** The documents that the case rests on; a click opens one in the reader. */
ListView {
    id: root

    required property Session session

    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    model: root.session.sources
    topMargin: 8
    bottomMargin: 8
    currentIndex: 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Sources")
    ScrollBar.vertical: SlimScrollBar {}
    Keys.onReturnPressed: (root.currentItem as SourceRow)?.clicked()

    component SourceRow: ItemDelegate {
        id: row

        required property real document
        required property string name
        required property string publisher
        required property string published
        required property string quotes
        required property int index

        width: ListView.view.width
        height: texts.implicitHeight + 20
        padding: 0
        focusPolicy: Qt.NoFocus
        Accessible.name: row.name
        onClicked: {
            root.currentIndex = row.index
            root.session.selection.openDocument(row.document)
        }

        background: Item {
            Rectangle {
                anchors.fill: parent
                anchors.leftMargin: 8
                anchors.rightMargin: 8
                radius: 6
                color: root.session.selection.document === row.document
                       ? root.palette.alternateBase
                       : row.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
                border.width: root.activeFocus && row.ListView.isCurrentItem ? 2 : 0
                border.color: root.palette.accent
            }
        }
        contentItem: Item {
            Column {
                id: texts

                x: 16
                y: 10
                width: parent.width - 32
                spacing: 2

                Words {
                    width: parent.width
                    text: row.name
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
                Words {
                    width: parent.width
                    text: qsTr("%1, %2").arg(row.publisher).arg(row.published)
                    muted: true
                    font.pixelSize: 12
                    elide: Text.ElideRight
                }
                Words {
                    width: parent.width
                    text: row.quotes
                    muted: true
                    font.pixelSize: 12
                }
            }
        }
    }
    delegate: SourceRow {}

    EmptyHint {
        visible: root.count === 0
        anchors.centerIn: parent
        width: parent.width - 48
        heading: qsTr("No sources yet")
        hint: qsTr("Read a document (Ctrl+R), paste a text (Ctrl+V), or drop a text file on the window.")
    }
}
