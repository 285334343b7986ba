pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Online maps”: what may be asked of the network for this case, what each would learn, and turning it on and off. */
Sheet {
    id: root

    required property Online online
    readonly property OnlineMaps maps: root.online.maps

    heading: qsTr("Online maps and search")
    width: Math.min(640, parent ? parent.width - 64 : 640)
    onClosed: root.maps.close()

    Connections {
        target: root.maps

        function onChanged(): void {
            if (root.maps.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        objectName: "onlineSheet"
        spacing: 12

        Words {
            text: qsTr("Dateline asks nothing of the network by itself. What you turn on is asked for this case only, on this computer only, until you turn it off; nothing of it goes into the case.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ListView {
            id: list

            visible: !root.online.adding.open
            clip: true
            model: root.maps
            spacing: 4
            boundsBehavior: Flickable.StopAtBounds
            implicitHeight: Math.min(340, contentHeight)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Online maps")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true

            delegate: Rectangle {
                id: row

                required property int index
                required property string name
                required property string host
                required property string leaves
                required property bool turnedOn
                required property bool own
                readonly property bool asked: root.maps.asked === row.index

                width: list.width - 12
                height: parts.implicitHeight + 16
                radius: 6
                color: row.asked ? root.palette.alternateBase : "transparent"

                ColumnLayout {
                    id: parts

                    x: 8
                    y: 8
                    width: parent.width - 16
                    spacing: 4

                    RowLayout {
                        spacing: 8
                        Layout.fillWidth: true

                        ColumnLayout {
                            spacing: 0
                            Layout.fillWidth: true

                            Words {
                                text: row.name
                                font.weight: row.turnedOn ? Font.DemiBold : Font.Normal
                                elide: Text.ElideRight
                                Layout.fillWidth: true
                            }
                            Words {
                                text: row.turnedOn ? qsTr("On: %1").arg(row.host) : row.host
                                muted: true
                                font.pixelSize: 12
                                elide: Text.ElideRight
                                Layout.fillWidth: true
                            }
                        }
                        PushButton {
                            visible: !row.own && !row.asked
                            quiet: true
                            text: qsTr("Remove")
                            Accessible.name: qsTr("Remove %1").arg(row.name)
                            onClicked: root.maps.remove(row.index)
                        }
                        PushButton {
                            objectName: `onlineSwitch${row.index}`
                            visible: !row.asked
                            text: row.turnedOn ? qsTr("Turn off") : qsTr("Turn on…")
                            Accessible.name: row.turnedOn ? qsTr("Turn off %1").arg(row.name) : qsTr("Turn on %1…").arg(row.name)
                            onClicked: {
                                if (row.turnedOn)
                                    root.maps.turnOff(row.index)
                                else
                                    root.maps.ask(row.index)
                            }
                        }
                    }
                    Words {
                        visible: row.turnedOn || row.asked
                        text: row.leaves
                        muted: !row.asked
                        font.pixelSize: row.asked ? 14 : 12
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                    RowLayout {
                        visible: row.asked
                        spacing: 8
                        Layout.topMargin: 4

                        PushButton {
                            objectName: `onlineConfirm${row.index}`
                            text: qsTr("Turn on for this case")
                            primary: true
                            onClicked: root.maps.confirm()
                        }
                        PushButton {
                            text: qsTr("Leave off")
                            onClicked: root.maps.cancel()
                        }
                    }
                }
            }
        }
        OnlineAddForm {
            visible: root.online.adding.open
            adding: root.online.adding
            Layout.fillWidth: true
        }
        RowLayout {
            visible: !root.online.adding.open
            spacing: 8
            Layout.fillWidth: true
            Layout.topMargin: 8

            PushButton {
                objectName: "addOnline"
                text: qsTr("Add an address…")
                onClicked: root.online.adding.start()
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "workOffline"
                enabled: root.maps.active
                text: qsTr("Work offline")
                onClicked: root.maps.workOffline()
            }
            PushButton {
                objectName: "onlineDone"
                text: qsTr("Close")
                primary: root.maps.asked < 0
                onClicked: root.maps.close()
            }
        }
    }
}
