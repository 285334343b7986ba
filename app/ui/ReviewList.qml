pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** What was read out of the sources and waits for a decision; keys decide. */
ColumnLayout {
    id: root

    required property Session session
    required property ReviewKeys keys

    signal keysAsked

    function take(): void {
        list.forceActiveFocus(Qt.OtherFocusReason)
    }

    spacing: 0

    ListView {
        id: list

        objectName: "reviewList"
        clip: true
        activeFocusOnTab: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.session.review
        topMargin: 8
        bottomMargin: 8
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("To review")
        ScrollBar.vertical: SlimScrollBar {}
        Layout.fillWidth: true
        Layout.fillHeight: true

        Keys.forwardTo: [root.keys]
        Keys.onReturnPressed: root.session.arrangement.accept()
        Keys.onEnterPressed: root.session.arrangement.accept()
        Keys.onDownPressed: root.session.review.next()
        Keys.onUpPressed: root.session.review.previous()

        section.property: "source"
        section.delegate: Words {
            required property string section

            width: ListView.view.width
            leftPadding: 16
            rightPadding: 16
            topPadding: 8
            bottomPadding: 4
            text: section
            muted: true
            font.pixelSize: 12
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            maximumLineCount: 1
            Accessible.role: Accessible.Heading
            Accessible.name: section
        }

        component ProposalRow: ItemDelegate {
            id: row

            required property int index
            required property string title
            required property int kind
            required property string words
            required property string place
            required property string whenText
            required property bool certain

            width: ListView.view.width
            height: texts.implicitHeight + 20
            padding: 0
            focusPolicy: Qt.NoFocus
            Accessible.name: row.title
            onClicked: {
                list.forceActiveFocus(Qt.MouseFocusReason)
                root.session.review.current = row.index
            }

            background: Item {
                Rectangle {
                    readonly property bool current: root.session.review.current === row.index

                    anchors.fill: parent
                    anchors.leftMargin: 8
                    anchors.rightMargin: 8
                    radius: 6
                    color: current ? root.palette.alternateBase
                                   : row.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
                    border.width: list.activeFocus && current ? 2 : 0
                    border.color: root.palette.accent
                }
            }
            contentItem: Item {
                KindIcon {
                    x: 16
                    y: 11
                    width: 22
                    height: 22
                    kind: row.kind
                    look: root.session.look
                }
                Column {
                    id: texts

                    x: 50
                    y: 10
                    width: parent.width - x - 20
                    spacing: 2

                    Words {
                        width: parent.width
                        text: row.title
                        font.weight: Font.DemiBold
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        elide: Text.ElideRight
                    }
                    Words {
                        width: parent.width
                        text: qsTr("“%1”").arg(row.words)
                        font.family: "Noto Serif"
                        font.pixelSize: 12
                        elide: Text.ElideRight
                        maximumLineCount: 1
                    }
                    Words {
                        width: parent.width
                        text: row.certain ? qsTr("%1 · %2").arg(row.place).arg(row.whenText)
                                          : qsTr("Uncertain · %1 · %2").arg(row.place).arg(row.whenText)
                        muted: true
                        font.pixelSize: 12
                        elide: Text.ElideRight
                    }
                }
            }
        }
        delegate: ProposalRow {}

        EmptyHint {
            visible: list.count === 0
            anchors.centerIn: parent
            width: parent.width - 48
            heading: root.session.review.busy ? qsTr("Reading…") : qsTr("Nothing waits for review")
            hint: root.session.review.busy ? qsTr("The sources are being read for places, times and what happened.")
                                           : root.session.review.unread > 0 ? qsTr("Some sources are not read yet: open one to review what it reports.")
                                           : qsTr("Read a document (Ctrl+R): what it reports is offered here, and nothing is stored before you accept it.")
        }
        Connections {
            target: root.session.review

            function onCurrentChanged(): void {
                list.positionViewAtIndex(root.session.review.current, ListView.Contain)
            }
        }
    }

    Hairline {
        visible: list.count > 0 || busy.visible
        Layout.fillWidth: true
    }
    RowLayout {
        id: busy

        visible: root.session.review.busy
        spacing: 8
        Layout.fillWidth: true
        Layout.leftMargin: 16
        Layout.rightMargin: 8
        Layout.topMargin: 4

        Words {
            objectName: "busyText"
            text: root.session.review.busyText
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        PushButton {
            objectName: "stopReading"
            quiet: true
            text: qsTr("Stop")
            Accessible.name: qsTr("Stop reading the sources")
            onClicked: root.session.review.stopReading()
        }
    }
    RowLayout {
        visible: list.count > 0
        spacing: 8
        Layout.fillWidth: true
        Layout.leftMargin: 16
        Layout.rightMargin: 8
        Layout.topMargin: 4

        Words {
            text: qsTr("A accepts, X rejects, J and K go on and back")
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PushButton {
            objectName: "showKeys"
            quiet: true
            text: qsTr("All keys")
            onClicked: root.keysAsked()
        }
    }
    PushButton {
        visible: list.count > 0
        enabled: root.session.review.certainCount > 0 && !root.session.readOnly
        objectName: "acceptAllCertain"
        text: qsTr("Accept all certain (%1)…").arg(root.session.review.certainCount)
        Layout.fillWidth: true
        Layout.margins: 16
        Layout.topMargin: 4
        onClicked: root.session.certain.start()
    }
}
