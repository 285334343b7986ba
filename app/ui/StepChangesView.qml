pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** What the selected step changed: row by row, each column before and after. */
ColumnLayout {
    id: root

    required property HistoryModel history

    spacing: 4

    Words {
        text: root.history.currentTitle
        font.pixelSize: 16
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
        leftPadding: 20
        topPadding: 8
        Layout.fillWidth: true
    }
    Words {
        text: root.history.currentFacts
        muted: true
        font.pixelSize: 12
        wrapMode: Text.Wrap
        leftPadding: 20
        Layout.fillWidth: true
    }
    ListView {
        id: list

        objectName: "historyChanges"
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.history.changes
        topMargin: 4
        bottomMargin: 12
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What the step changed")
        ScrollBar.vertical: SlimScrollBar {}
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.topMargin: 8
        Layout.leftMargin: 20
        Keys.onDownPressed: list.flick(0, -900)
        Keys.onUpPressed: list.flick(0, 900)

        FocusRing {
            shown: list.activeFocus
            anchors.margins: 0
        }
        delegate: ColumnLayout {
            id: row

            required property bool heading
            required property string name
            required property string action
            required property string before
            required property string after
            required property bool quoted

            width: list.width - 24
            spacing: 0
            Accessible.role: Accessible.ListItem
            Accessible.name: row.heading ? qsTr("%1: %2").arg(row.name).arg(row.action)
                                         : row.before.length > 0 && row.after.length > 0
                                           ? qsTr("%1 was %2 and became %3").arg(row.name).arg(row.before).arg(row.after)
                                           : row.after.length > 0 ? qsTr("%1: %2").arg(row.name).arg(row.after)
                                                                  : qsTr("%1 was %2").arg(row.name).arg(row.before)

            RowLayout {
                visible: row.heading
                spacing: 8
                Layout.topMargin: 14
                Layout.bottomMargin: 2
                Layout.fillWidth: true

                Words {
                    text: row.name
                    font.weight: Font.DemiBold
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                Words {
                    text: row.action
                    muted: true
                    font.pixelSize: 12
                }
            }
            RowLayout {
                visible: !row.heading
                spacing: 12
                Layout.topMargin: 3
                Layout.bottomMargin: 3
                Layout.fillWidth: true

                Words {
                    text: row.name
                    muted: true
                    wrapMode: Text.Wrap
                    Layout.preferredWidth: 132
                    Layout.maximumWidth: 132
                    Layout.alignment: Qt.AlignTop
                }
                ColumnLayout {
                    spacing: 2
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop

                    Words {
                        visible: row.before.length > 0
                        text: row.before
                        muted: true
                        font.strikeout: row.after.length > 0
                        font.family: row.quoted ? "Noto Serif" : "Noto Sans"
                        wrapMode: Text.Wrap
                        maximumLineCount: 12
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: row.after.length > 0
                        text: row.after
                        font.family: row.quoted ? "Noto Serif" : "Noto Sans"
                        wrapMode: Text.Wrap
                        maximumLineCount: 12
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
