pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** The documents that the case rests on, those of one origin together; a click opens one in the reader. */
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
    Keys.onMenuPressed: (root.currentItem as SourceRow)?.decide()

    header: Item {
        width: root.width
        height: summary.visible ? summary.implicitHeight : 0

        Words {
            id: summary

            visible: text.length > 0
            width: parent.width
            leftPadding: 16
            bottomPadding: 4
            text: root.session.sources.summary
            muted: true
            font.pixelSize: 12
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }

    OriginMenu {
        id: menu

        session: root.session
        document: 0
    }

    component SourceRow: ItemDelegate {
        id: row

        required property real document
        required property string name
        required property string publisher
        required property string published
        required property string quotes
        required property string olderCapture
        required property bool repeats
        required property string originText
        required property int index

        width: ListView.view.width
        height: texts.implicitHeight + 20
        padding: 0
        focusPolicy: Qt.NoFocus
        Accessible.name: row.repeats ? qsTr("%1, of the same origin as the one above").arg(row.name) : row.name
        Accessible.description: row.originText
        onClicked: {
            root.currentIndex = row.index
            root.session.selection.openDocument(row.document)
        }

        function decide(): void {
            menu.document = row.document
            menu.popup()
        }

        TapHandler {
            acceptedButtons: Qt.RightButton
            onTapped: row.decide()
        }
        Tip {
            x: row.width
            y: 4
            text: row.originText
            visible: row.originText.length > 0 && !menu.visible && root.session.selection.document !== row.document
                     && (row.hovered || (root.activeFocus && row.ListView.isCurrentItem))
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
            Rectangle {
                visible: row.repeats
                x: 20
                y: 4
                width: 1
                height: row.height - 8
                color: root.palette.mid
            }
            Column {
                id: texts

                x: 16 + (row.repeats ? 16 : 0) + (row.olderCapture ? 16 : 0)
                y: 10
                width: parent.width - x - 16
                spacing: 2

                Words {
                    width: parent.width
                    text: row.name
                    font.weight: row.olderCapture ? Font.Normal : Font.DemiBold
                    muted: row.olderCapture.length > 0
                    wrapMode: Text.Wrap
                    maximumLineCount: row.olderCapture ? 1 : 2
                    elide: Text.ElideRight
                }
                Words {
                    visible: row.olderCapture.length === 0
                    width: parent.width
                    text: qsTr("%1, %2").arg(row.publisher).arg(row.published)
                    muted: true
                    font.pixelSize: 12
                    elide: Text.ElideRight
                }
                Words {
                    visible: text.length > 0
                    width: parent.width
                    text: row.olderCapture
                    muted: true
                    font.pixelSize: 12
                    wrapMode: Text.Wrap
                }
                Words {
                    visible: row.olderCapture.length === 0
                    width: parent.width
                    text: row.repeats || row.originText.length === 0 ? row.quotes
                                                                     : qsTr("%1 · %2").arg(row.quotes).arg(row.originText)
                    muted: true
                    font.pixelSize: 12
                    elide: Text.ElideRight
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
