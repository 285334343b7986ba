pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “History”: what was done to the case, by whom and when, and whether the case still holds. */
Sheet {
    id: root

    required property HistoryModel history
    required property Look look
    required property Files files
    property bool checking: false

    heading: qsTr("History of the case")
    width: Math.min(1160, (parent?.width ?? 1160) - 64)
    height: Math.min(760, (parent?.height ?? 760) - 48)
    onOpened: list.forceActiveFocus()
    onClosed: root.history.close()

    Connections {
        target: root.history

        function onOpenChanged(): void {
            root.checking = false
            if (root.history.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        RowLayout {
            spacing: 8
            Layout.fillWidth: true

            Choice {
                objectName: "historySince"
                model: root.history.sinceNames
                currentIndex: root.history.since
                Accessible.name: qsTr("Since when")
                Layout.preferredWidth: 220
                onActivated: index => root.history.since = index
            }
            TextLine {
                id: date

                visible: root.history.since === HistoryModel.Date
                placeholderText: qsTr("Year-month-day")
                text: root.history.date
                Accessible.name: qsTr("Since this day, as year, month and day")
                Layout.preferredWidth: 140
                onTextEdited: root.history.date = date.text
            }
            Choice {
                objectName: "historyAuthor"
                model: root.history.authorNames
                currentIndex: root.history.author
                Accessible.name: qsTr("By whom")
                Layout.preferredWidth: 220
                onActivated: index => root.history.author = index
            }
            Words {
                text: !root.history.dateIsValid && root.history.since === HistoryModel.Date
                      ? qsTr("No day: write it as 2026-11-24")
                      : root.history.count === root.history.total ? qsTr("%1 steps").arg(root.history.total)
                                                                  : qsTr("%1 of %2 steps").arg(root.history.count).arg(root.history.total)
                muted: true
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "checkCase"
                text: qsTr("Check this case")
                enabled: !root.history.check.busy
                onClicked: {
                    root.checking = true
                    root.history.check.start()
                }
            }
        }
        Hairline {
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            ListView {
                id: list

                objectName: "historyList"
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                model: root.history
                currentIndex: root.history.current
                keyNavigationEnabled: false
                reuseItems: true
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Steps, the newest first")
                ScrollBar.vertical: SlimScrollBar {}
                Layout.preferredWidth: Math.min(460, root.width * 0.4)
                Layout.fillHeight: true
                Keys.onDownPressed: root.select(Math.min(list.count - 1, list.currentIndex + 1))
                Keys.onUpPressed: root.select(Math.max(0, list.currentIndex - 1))
                Keys.onPressed: event => {
                    if (event.key === Qt.Key_Home)
                        root.select(0)
                    else if (event.key === Qt.Key_End)
                        root.select(list.count - 1)
                    else if (event.key === Qt.Key_PageDown)
                        root.select(Math.min(list.count - 1, list.currentIndex + 10))
                    else if (event.key === Qt.Key_PageUp)
                        root.select(Math.max(0, list.currentIndex - 10))
                }

                section.property: "day"
                section.delegate: Words {
                    required property string section

                    width: ListView.view.width
                    text: section
                    muted: true
                    font.pixelSize: 12
                    font.letterSpacing: 0.3
                    leftPadding: 12
                    topPadding: 12
                    bottomPadding: 6
                    elide: Text.ElideRight
                }
                delegate: HistoryStepRow {
                    width: list.width
                    selected: list.currentIndex === index
                    focusShown: list.activeFocus && selected
                    onClicked: {
                        list.forceActiveFocus(Qt.MouseFocusReason)
                        root.select(index)
                    }
                }

                EmptyHint {
                    visible: list.count === 0
                    anchors.centerIn: parent
                    width: parent.width - 48
                    heading: root.history.total > 0 ? qsTr("Nothing was done then") : qsTr("Nothing was done yet")
                    hint: root.history.total > 0 ? qsTr("Choose an earlier time, or everybody.")
                                                 : qsTr("Every change to the case will be listed here, with who made it and when.")
                }
            }
            Hairline {
                Layout.fillHeight: true
            }
            StackLayout {
                currentIndex: root.checking ? 1 : 0
                Layout.fillWidth: true
                Layout.fillHeight: true

                StepChangesView {
                    history: root.history
                }
                CaseCheckPane {
                    check: root.history.check
                    look: root.look
                    files: root.files
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true

            Item {
                Layout.fillWidth: true
            }
            PushButton {
                text: qsTr("Close")
                onClicked: root.history.close()
            }
        }
    }

    function select(row: int): void {
        root.checking = false
        root.history.current = row
        list.positionViewAtIndex(row, ListView.Contain)
    }
}
