pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Accept all certain”: what it will do, with ticks to leave single ones out. */
Sheet {
    id: root

    required property CertainModel certain
    required property Look look

    heading: qsTr("Accept all certain proposals")
    width: Math.min(720, parent ? parent.width - 64 : 720)
    height: Math.min(parent ? parent.height - 64 : 640, 220 + list.contentHeight)
    onClosed: root.certain.cancel()
    onOpened: list.forceActiveFocus(Qt.OtherFocusReason)

    Connections {
        target: root.certain

        function onChanged(): void {
            if (root.certain.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            text: qsTr("Each that is ticked becomes an incident with its quotes. One undo takes all of it back.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Hairline {
            Layout.fillWidth: true
        }
        ListView {
            id: list

            objectName: "certainList"
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.certain
            spacing: 2
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What will be accepted")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Keys.onSpacePressed: (list.currentItem as CertainRow)?.flip()

            component CertainRow: ItemDelegate {
                id: row

                required property int index
                required property string title
                required property int kind
                required property string kindName
                required property string place
                required property string whenText
                required property string words
                required property string note
                required property bool taken

                function flip(): void {
                    root.certain.take(row.index, !row.taken)
                }

                objectName: `certain${row.index}`
                width: ListView.view.width
                height: texts.implicitHeight + 16
                padding: 0
                focusPolicy: Qt.NoFocus
                checkable: false
                Accessible.role: Accessible.CheckBox
                Accessible.checkable: true
                Accessible.checked: row.taken
                Accessible.name: row.title
                Accessible.description: qsTr("%1, %2, %3. %4").arg(row.kindName).arg(row.place).arg(row.whenText).arg(row.note)
                onClicked: {
                    list.currentIndex = row.index
                    row.flip()
                }

                background: Rectangle {
                    radius: 6
                    color: row.hovered ? Qt.alpha(root.look.ink, 0.045) : "transparent"
                    border.width: list.activeFocus && row.ListView.isCurrentItem ? 2 : 0
                    border.color: root.look.accent
                }
                contentItem: Item {
                    Rectangle {
                        x: 8
                        y: 10
                        width: 18
                        height: 18
                        radius: 4
                        color: row.taken ? root.look.accent : root.look.panel
                        border.width: row.taken ? 0 : 1
                        border.color: root.look.mutedInk

                        Words {
                            anchors.centerIn: parent
                            visible: row.taken
                            text: "✓"
                            color: root.look.onAccent
                            font.pixelSize: 13
                            font.weight: Font.Bold
                            lineHeight: 1
                        }
                    }
                    KindIcon {
                        x: 38
                        y: 8
                        width: 22
                        height: 22
                        kind: row.kind
                        look: root.look
                        opacity: row.taken ? 1 : 0.5
                    }
                    Column {
                        id: texts

                        x: 72
                        y: 8
                        width: parent.width - x - 16
                        spacing: 2

                        Words {
                            width: parent.width
                            text: row.title
                            font.weight: Font.DemiBold
                            elide: Text.ElideRight
                            maximumLineCount: 1
                        }
                        Words {
                            width: parent.width
                            text: qsTr("%1 · %2 · %3").arg(row.kindName).arg(row.place).arg(row.whenText)
                            muted: true
                            font.pixelSize: 12
                            elide: Text.ElideRight
                            maximumLineCount: 1
                        }
                        Words {
                            visible: row.words.length > 0
                            width: parent.width
                            text: qsTr("“%1”").arg(row.words)
                            font.family: "Noto Serif"
                            font.pixelSize: 13
                            wrapMode: Text.Wrap
                            elide: Text.ElideRight
                            maximumLineCount: 2
                        }
                        Words {
                            visible: row.note.length > 0
                            width: parent.width
                            text: row.note
                            color: root.look.warning
                            font.pixelSize: 12
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
            delegate: CertainRow {}
        }
        Hairline {
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 8
            Layout.fillWidth: true

            PushButton {
                quiet: true
                leftPadding: 0
                text: root.certain.taken < root.certain.count ? qsTr("Tick all") : qsTr("Untick all")
                onClicked: root.certain.takeAll(root.certain.taken < root.certain.count)
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                text: qsTr("Cancel")
                onClicked: root.certain.cancel()
            }
            PushButton {
                objectName: "confirmCertain"
                enabled: root.certain.taken > 0
                text: qsTr("Accept %1").arg(root.certain.taken)
                primary: true
                onClicked: root.certain.confirm()
            }
        }
    }
}
