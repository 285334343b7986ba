pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The proposal under review: the words, and what was read out of them, each part to correct. */
ColumnLayout {
    id: root

    required property Session session
    required property ReviewKeys keys
    readonly property ReviewModel review: root.session.review
    readonly property Arrangement arrangement: root.session.arrangement

    function take(): void {
        title.line.forceActiveFocus(Qt.TabFocusReason)
    }

    objectName: "reviewCard"
    spacing: 0
    Keys.forwardTo: [root.keys]
    Keys.onEscapePressed: root.keys.done()

    Connections {
        target: root.keys
        enabled: root.visible

        function onTitleWanted(): void {
            title.line.forceActiveFocus(Qt.ShortcutFocusReason)
            title.line.selectAll()
        }
        function onKindWanted(): void {
            kind.forceActiveFocus(Qt.ShortcutFocusReason)
            kind.popup.open()
        }
        function onPlaceWanted(): void {
            place.line.forceActiveFocus(Qt.ShortcutFocusReason)
        }
        function onTimeWanted(): void {
            time.line.forceActiveFocus(Qt.ShortcutFocusReason)
            time.line.selectAll()
        }
        function onJoinWanted(): void {
            arrange.openJoin()
        }
        function onSplitWanted(): void {
            arrange.openSplit()
        }
    }

    Flickable {
        clip: true
        contentHeight: parts.implicitHeight + 40
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: SlimScrollBar {}
        Layout.fillWidth: true
        Layout.fillHeight: true

        ColumnLayout {
            id: parts

            x: 24
            y: 20
            width: parent.width - 48
            spacing: 12

            RowLayout {
                Layout.fillWidth: true

                Words {
                    text: qsTr("Proposal %1 of %2").arg(root.review.current + 1).arg(root.review.count)
                    muted: true
                    font.pixelSize: 12
                    Layout.fillWidth: true
                }
                Chip {
                    text: root.review.certain ? qsTr("Certain") : qsTr("Uncertain")
                    tint: root.review.certain ? root.session.look.good : root.session.look.warning
                }
            }
            Words {
                text: root.review.speaker
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            GraphicCover {
                visible: root.review.hidden
                onClicked: root.review.showWords()
                Layout.fillWidth: true
            }
            RowLayout {
                visible: !root.review.hidden
                spacing: 13
                LayoutMirroring.enabled: quoted.effectiveHorizontalAlignment === Text.AlignRight
                Layout.fillWidth: true

                Rectangle {
                    implicitWidth: 3
                    radius: 1.5
                    color: root.session.look.kindColour(root.review.kind)
                    Layout.fillHeight: true
                }
                Words {
                    id: quoted

                    text: qsTr("“%1”").arg(root.review.words)
                    font.family: "Noto Serif"
                    font.pixelSize: 16
                    lineHeight: 1.2
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            Repeater {
                model: root.review.otherWords
                delegate: Words {
                    required property string modelData

                    text: modelData
                    font.family: "Noto Serif"
                    lineHeight: 1.2
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                    Layout.leftMargin: 16
                }
            }
            ProposalArranging {
                id: arrange

                session: root.session
                Layout.fillWidth: true
                Layout.leftMargin: -10
                Layout.topMargin: -4
            }
            Hairline {
                Layout.fillWidth: true
            }
            Field {
                id: title

                name: qsTr("Title")
                text: root.review.title
                line.onEditingFinished: root.review.title = line.text
                line.onAccepted: root.keys.done()
                Layout.fillWidth: true
            }
            Words {
                text: qsTr("Kind")
                muted: true
                font.pixelSize: 12
                Layout.bottomMargin: -8
            }
            Choice {
                id: kind

                model: root.review.kindNames
                currentIndex: root.review.kind
                Accessible.name: qsTr("Kind")
                onActivated: index => {
                    root.review.kind = index
                    root.keys.done()
                }
                Layout.fillWidth: true
            }
            Words {
                text: qsTr("Place")
                muted: true
                font.pixelSize: 12
                Layout.bottomMargin: -8
            }
            Choice {
                model: root.review.placeNames
                currentIndex: root.review.place
                Accessible.name: qsTr("Place")
                onActivated: index => root.review.place = index
                Layout.fillWidth: true
            }
            Words {
                visible: text.length > 0
                text: root.review.precision
                muted: true
                font.pixelSize: 12
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Layout.topMargin: -6
            }
            RowLayout {
                spacing: 8
                Layout.fillWidth: true

                Field {
                    id: place

                    name: qsTr("Another place")
                    hint: qsTr("A name or coordinates, then Enter")
                    line.objectName: "placeLine"
                    line.onAccepted: {
                        root.review.correctPlace(line.text)
                        line.clear()
                        root.keys.done()
                    }
                    Layout.fillWidth: true
                }
                PushButton {
                    objectName: "pickPlace"
                    text: root.review.picking ? qsTr("Stop") : qsTr("Pick on the map")
                    checked: root.review.picking
                    Layout.alignment: Qt.AlignBottom
                    onClicked: root.review.picking = !root.review.picking
                }
            }
            OnlinePlaces {
                online: root.session.online
                query: place.text
                taking: true
                Layout.fillWidth: true
                onTaken: place.line.clear()
            }
            Field {
                id: time

                name: qsTr("Time, as 2022-09-13 or 2022-09-13T00:05")
                text: root.review.whenInput
                line.objectName: "timeLine"
                line.onEditingFinished: root.review.correctWhen(line.text)
                line.onAccepted: root.keys.done()
                Layout.fillWidth: true
            }
            Words {
                text: root.review.whenWritten.length > 0 ? qsTr("%1, from %2").arg(root.review.when).arg(root.review.whenWritten)
                                                         : root.review.when
                muted: true
                font.pixelSize: 12
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Layout.topMargin: -6
            }
            Words {
                visible: text.length > 0
                text: root.review.reasons
                muted: true
                font.pixelSize: 12
                lineHeight: 1.3
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Layout.topMargin: 4
            }
        }
    }
    Hairline {
        Layout.fillWidth: true
    }
    ColumnLayout {
        visible: root.arrangement.known
        spacing: 4
        Layout.fillWidth: true
        Layout.leftMargin: 16
        Layout.rightMargin: 16
        Layout.topMargin: 12

        Words {
            text: qsTr("The case may have this already. %1.").arg(root.arrangement.knownReason)
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PushButton {
            id: acceptKnown

            objectName: "acceptKnown"
            text: qsTr("Add as another source to “%1”").arg(root.arrangement.knownTitle)
            primary: true
            enabled: !root.session.readOnly
            onClicked: root.arrangement.accept()
            Layout.fillWidth: true
            Layout.topMargin: 2

            Tip {
                text: qsTr("Add as another source to “%1”").arg(root.arrangement.knownTitle)
                visible: acceptKnown.hovered
            }
        }
    }
    RowLayout {
        spacing: 8
        Layout.fillWidth: true
        Layout.margins: 16
        Layout.topMargin: root.arrangement.known ? 8 : 16

        PushButton {
            objectName: "reject"
            text: qsTr("Reject")
            enabled: !root.session.readOnly
            onClicked: root.review.reject()
        }
        PushButton {
            text: qsTr("Next")
            enabled: root.review.current + 1 < root.review.count
            onClicked: root.review.next()
        }
        Item {
            Layout.fillWidth: true
        }
        PushButton {
            objectName: "accept"
            text: root.arrangement.known ? qsTr("New incident") : qsTr("Accept")
            primary: !root.arrangement.known
            enabled: !root.session.readOnly
            onClicked: root.arrangement.acceptAsNew()
        }
    }
}
