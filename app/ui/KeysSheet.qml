pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** What the keys do. */
Sheet {
    id: root

    property real keyWidth: 0 // of the widest key

    heading: qsTr("Keys")
    width: Math.min(1180, parent ? parent.width - 96 : 1180)
    height: Math.min(implicitHeight, parent ? parent.height - 96 : implicitHeight)

    component Group: ColumnLayout {
        id: group

        required property string name
        required property list<string> pairs
        spacing: 6
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        Words {
            text: group.name
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.bottomMargin: 2
        }
        Repeater {
            model: group.pairs
            delegate: RowLayout {
                id: pair

                required property string modelData
                readonly property list<string> parts: pair.modelData.split("|")

                spacing: 10
                Layout.fillWidth: true

                Item {
                    implicitWidth: root.keyWidth
                    implicitHeight: 22
                    Layout.alignment: Qt.AlignTop

                    Rectangle {
                        width: key.implicitWidth + 14
                        height: 22
                        radius: 4
                        color: root.palette.base
                        border.width: 1
                        border.color: root.palette.mid

                        Words {
                            id: key

                            anchors.centerIn: parent
                            text: pair.parts[0]
                            font.pixelSize: 12
                            lineHeight: 1
                            onImplicitWidthChanged: root.keyWidth = Math.max(root.keyWidth, implicitWidth + 14)
                        }
                    }
                }
                Words {
                    text: pair.parts[1]
                    font.pixelSize: 13
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                    Layout.topMargin: 2
                }
            }
        }
    }

    contentItem: ColumnLayout {
        objectName: "keysSheet"
        spacing: 16

        Flickable {
            id: page

            readonly property real end: Math.max(0, page.contentHeight - page.height)

            function step(by: real): void {
                page.contentY = Math.max(0, Math.min(page.end, page.contentY + by))
            }

            objectName: "keysPage"
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            flickableDirection: Flickable.VerticalFlick
            contentWidth: width
            contentHeight: groups.implicitHeight
            implicitHeight: groups.implicitHeight
            Accessible.role: Accessible.Grouping
            Accessible.name: root.heading
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Keys.onDownPressed: page.step(48)
            Keys.onUpPressed: page.step(-48)
            Keys.onPressed: event => {
                if (event.key !== Qt.Key_PageDown && event.key !== Qt.Key_PageUp)
                    return
                page.step(event.key === Qt.Key_PageDown ? page.height - 48 : 48 - page.height)
                event.accepted = true
            }

            GridLayout {
                id: groups

                width: page.width - 12
                columns: root.width < 1000 ? 2 : 4
                columnSpacing: 24
                rowSpacing: 20

                ColumnLayout {
                    spacing: 20
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop

                    Group {
                        name: qsTr("Review")
                        pairs: [
                            qsTr("A|Accept: the first choice that is offered"),
                            qsTr("Shift+A|Accept as a new incident"),
                            qsTr("X|Reject"),
                            qsTr("J|Next proposal"),
                            qsTr("K|Previous proposal"),
                            qsTr("N|Join with the next"),
                            qsTr("Shift+N|Join with another…"),
                            qsTr("S|Split…"),
                            qsTr("R|Back to what was read"),
                            qsTr("Ctrl+Z|Undo an acceptance")
                        ]
                    }
                    Group {
                        name: qsTr("Views and time")
                        pairs: [
                            qsTr("Ctrl+Shift+B|Bookmark this view"),
                            qsTr("Alt+1–9|Go to a bookmark"),
                            qsTr("Space|Play over time, in the timeline")
                        ]
                    }
                }
                ColumnLayout {
                    spacing: 20
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop

                    Group {
                        name: qsTr("Correct")
                        pairs: [
                            qsTr("E|Title"),
                            qsTr("C|Kind"),
                            qsTr("P|Place, by its name"),
                            qsTr("M|Place, by a click on the map"),
                            qsTr("T|Time"),
                            qsTr("Enter|Take the correction"),
                            qsTr("Esc|Leave the field, or the map")
                        ]
                    }
                    Group {
                        name: qsTr("Map")
                        pairs: [
                            qsTr("Ctrl+0|Show all incidents"),
                            qsTr("Ctrl+G|Go to coordinates"),
                            qsTr("Ctrl+Shift+C|Copy coordinates"),
                            qsTr("Ctrl+M|Measure a distance"),
                            qsTr("Ctrl+Shift+M|Measure an area"),
                            qsTr("Ctrl+Shift+L|Files over the map"),
                            qsTr("Space|Set a point in the middle")
                        ]
                    }
                }
                ColumnLayout {
                    spacing: 20
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop

                    Group {
                        name: qsTr("Source")
                        pairs: [
                            qsTr("O|Open the source of a proposal"),
                            qsTr("Tab|Next words that were found, with the reason"),
                            qsTr("Shift+Tab|Previous ones"),
                            qsTr("1–6|Show or hide a kind of them"),
                            qsTr("Shift+←→|Select letters; with Ctrl, words"),
                            qsTr("Shift+↑↓|Select sentences"),
                            qsTr("Ctrl+I|New incident from the words"),
                            qsTr("Ctrl+L|Add the words to an incident…"),
                            qsTr("Esc|Close the source")
                        ]
                    }
                    Group {
                        name: qsTr("Scanned map")
                        pairs: [
                            qsTr("Space|Set a point in the middle"),
                            qsTr("Ctrl+←→↑↓|Move the selected point"),
                            qsTr("Delete|Remove it"),
                            qsTr("Ctrl+Z|Undo, as long as it is placed")
                        ]
                    }
                }
                Group {
                    name: qsTr("Window")
                    pairs: [
                        qsTr("F6|Next pane"),
                        qsTr("Shift+F6|Previous pane"),
                        qsTr("Shift+↑↓|Select several incidents"),
                        qsTr("Ctrl+A|Select all that are listed"),
                        qsTr("Ctrl+R|Read documents"),
                        qsTr("Ctrl+V|Read a pasted text"),
                        qsTr("Ctrl+F|Find"),
                        qsTr("Shift+Enter|Ask for a place online, if that is on"),
                        qsTr("Ctrl+Shift+O|Work offline"),
                        qsTr("Ctrl+B|Compare what each party says"),
                        qsTr("Alt+←→|Back, forward"),
                        qsTr("Ctrl+Shift+I|Import data"),
                        qsTr("Ctrl+Shift+E|Export data"),
                        qsTr("?|These keys")
                    ]
                }
            }
        }
        Hairline {
            visible: page.end > 0
            Layout.fillWidth: true
            Layout.topMargin: -16
        }
        PushButton {
            text: qsTr("Close")
            primary: true
            Layout.alignment: Qt.AlignRight
            onClicked: root.close()
        }
    }
}
