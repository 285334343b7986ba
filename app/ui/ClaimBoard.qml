pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Compare what each party says”: questions down, parties across, both heads in sight wherever it is scrolled to. */
Sheet {
    id: root

    required property Session session
    readonly property ClaimBoardModel board: root.session.board
    readonly property int questionWidth: 232
    readonly property int partyWidth: Math.max(260, Math.min(560, (table.width - root.questionWidth)
                                                                  / Math.max(1, root.board.parties.length)))

    heading: qsTr("What each party says: %1").arg(root.board.title)
    width: Math.min(1680, (parent?.width ?? 1240) - 64)
    height: (parent?.height ?? 760) - 48
    onClosed: root.board.close()

    Connections {
        target: root.board

        function onChanged(): void {
            if (root.board.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            text: root.board.summary
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Flickable {
            id: table

            objectName: "claimBoard"
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            contentWidth: root.questionWidth + root.partyWidth * root.board.parties.length
            contentHeight: rows.height + heads.height
            Accessible.role: Accessible.Table
            Accessible.name: root.heading
            ScrollBar.vertical: SlimScrollBar {}
            ScrollBar.horizontal: SlimScrollBar {
                implicitHeight: 10
            }
            Keys.onDownPressed: table.flick(0, -900)
            Keys.onUpPressed: table.flick(0, 900)
            Keys.onRightPressed: table.flick(-900, 0)
            Keys.onLeftPressed: table.flick(900, 0)
            Layout.fillWidth: true
            Layout.fillHeight: true

            Column {
                id: rows

                y: heads.height

                Repeater {
                    model: root.board
                    delegate: Item {
                        id: row

                        required property int index
                        required property string question
                        required property string conflict
                        required property bool unanswered

                        width: table.contentWidth
                        height: Math.max(head.implicitHeight, cells.implicitHeight) + 1

                        Row {
                            id: cells

                            x: root.questionWidth

                            Repeater {
                                model: root.board.parties
                                delegate: Item {
                                    id: cell

                                    required property string modelData
                                    required property int index

                                    width: root.partyWidth
                                    implicitHeight: quotes.implicitHeight + 24
                                    height: implicitHeight

                                    Column {
                                        id: quotes

                                        x: 16
                                        y: 12
                                        width: parent.width - 32
                                        spacing: 14

                                        Repeater {
                                            model: root.board.cell(row.index, cell.index)
                                            delegate: BoardCard {
                                                width: quotes.width
                                                party: cell.modelData
                                                session: root.session
                                                onOpened: {
                                                    root.board.close()
                                                    root.session.selection.openQuote(document, quote)
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                        Words {
                            visible: row.unanswered
                            x: root.questionWidth + 16
                            y: 12
                            text: qsTr("No words answer this.")
                            muted: true
                        }
                        Rectangle {
                            id: head

                            x: table.contentX
                            width: root.questionWidth
                            height: parent.height - 1
                            implicitHeight: headWords.implicitHeight + 24
                            color: root.palette.window

                            Column {
                                id: headWords

                                // In sight as long as anything of its row is.
                                y: 12 + Math.max(0, Math.min(parent.height - height - 24, table.contentY - row.y))
                                width: parent.width - 16
                                spacing: 6

                                Words {
                                    width: parent.width
                                    text: row.question
                                    font.weight: Font.DemiBold
                                    wrapMode: Text.Wrap
                                }
                                Row {
                                    visible: row.conflict.length > 0
                                    width: parent.width
                                    spacing: 6

                                    Words {
                                        id: sign

                                        text: "≠"
                                        color: root.session.look.warning
                                        font.weight: Font.Bold
                                        lineHeight: 1
                                    }
                                    Words {
                                        width: parent.width - sign.width - 6
                                        text: row.conflict
                                        color: root.session.look.warning
                                        font.pixelSize: 12
                                        wrapMode: Text.Wrap
                                    }
                                }
                            }
                            Hairline {
                                x: parent.width - 1
                                height: parent.height
                            }
                        }
                        Hairline {
                            y: parent.height - 1
                            width: parent.width
                        }
                    }
                }
            }
            Rectangle {
                id: heads

                y: table.contentY
                width: table.contentWidth
                height: names.height + 1
                color: root.palette.window

                Row {
                    id: names

                    x: root.questionWidth

                    Repeater {
                        model: root.board.parties
                        delegate: Item {
                            id: party

                            required property string modelData

                            width: root.partyWidth
                            height: partyName.implicitHeight + 16

                            Words {
                                id: partyName

                                x: 16
                                y: 8
                                width: parent.width - 32
                                text: party.modelData
                                font.weight: Font.DemiBold
                                wrapMode: Text.Wrap
                                maximumLineCount: 3
                                elide: Text.ElideRight
                            }
                        }
                    }
                }
                Rectangle {
                    x: table.contentX
                    width: root.questionWidth
                    height: parent.height
                    color: root.palette.window
                }
                Hairline {
                    y: parent.height - 1
                    width: parent.width
                }
            }
        }
        RowLayout {
            spacing: 8
            Layout.fillWidth: true

            Words {
                text: qsTr("+ says so    ≠ disputes or denies it    Dateline compares what is said; it takes no side.")
                muted: true
                font.pixelSize: 12
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "closeBoard"
                text: qsTr("Close")
                onClicked: root.board.close()
            }
        }
    }
}
