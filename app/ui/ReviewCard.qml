import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The proposal under review: the words, and what was read out of them, each part to correct. */
ColumnLayout {
    id: root

    required property Session session
    readonly property ReviewModel review: root.session.review

    objectName: "reviewCard"
    spacing: 0

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
                Layout.fillWidth: true

                Rectangle {
                    implicitWidth: 3
                    radius: 1.5
                    color: root.session.look.kindColour(root.review.kind)
                    Layout.fillHeight: true
                }
                Words {
                    text: qsTr("“%1”").arg(root.review.words)
                    font.family: "Noto Serif"
                    font.pixelSize: 16
                    lineHeight: 1.2
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
            PushButton {
                quiet: true
                leftPadding: 0
                text: qsTr("Open the source at these words")
                onClicked: root.session.openProposalSource()
            }
            Hairline {
                Layout.fillWidth: true
            }
            Field {
                name: qsTr("Title")
                text: root.review.title
                line.onEditingFinished: root.review.title = line.text
                Layout.fillWidth: true
            }
            Words {
                text: qsTr("Kind")
                muted: true
                font.pixelSize: 12
                Layout.bottomMargin: -8
            }
            Choice {
                model: root.review.kindNames
                currentIndex: root.review.kind
                Accessible.name: qsTr("Kind")
                onActivated: index => root.review.kind = index
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
            Field {
                name: qsTr("Another place")
                hint: qsTr("A name in any language, then Enter")
                line.onAccepted: {
                    root.review.correctPlace(line.text)
                    line.clear()
                }
                Layout.fillWidth: true
            }
            Field {
                name: qsTr("Time, as 2022-09-13 or 2022-09-13T00:05")
                text: root.review.whenInput
                line.onEditingFinished: root.review.correctWhen(line.text)
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
    RowLayout {
        spacing: 8
        Layout.fillWidth: true
        Layout.margins: 16

        PushButton {
            objectName: "reject"
            text: qsTr("Reject")
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
            text: qsTr("Accept")
            primary: true
            onClicked: root.review.accept()
        }
    }
}
