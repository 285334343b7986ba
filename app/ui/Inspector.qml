pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The selected incident: what, when, where, how sure, and the words behind it. */
ListView {
    id: root

    required property Session session
    readonly property IncidentDetails details: root.session.details
    readonly property string shownTitle: root.details.title

    objectName: "inspector"
    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    model: root.details.evidence
    leftMargin: 24
    rightMargin: 24
    topMargin: 20
    bottomMargin: 24
    spacing: 16
    keyNavigationEnabled: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Selected incident: %1").arg(root.details.title)
    ScrollBar.vertical: SlimScrollBar {}
    Keys.onReturnPressed: (root.currentItem as QuoteCard)?.clicked()
    onShownTitleChanged: Qt.callLater(root.positionViewAtBeginning)

    header: ColumnLayout {
        id: head

        width: root.width - 48
        spacing: 8

        Words {
            text: root.details.title
            font.pixelSize: 22
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.fillWidth: true
        }
        Flow {
            spacing: 6
            Layout.fillWidth: true
            Layout.bottomMargin: 8

            Chip {
                text: root.details.kindName
                tint: root.session.look.kindColour(root.details.kind)
            }
            Chip {
                text: root.details.status
            }
            Chip {
                visible: root.details.subKindName.length > 0
                text: root.details.subKindName
            }
        }
        Fact {
            name: qsTr("When")
            value: root.details.when
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("As written")
            value: root.details.whenWritten
            quoted: true
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Where")
            value: root.details.position.length > 0 ? qsTr("%1\n%2").arg(root.details.where).arg(root.details.position)
                                                    : root.details.where
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("As written")
            value: root.details.whereWritten
            quoted: true
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Precision")
            value: root.details.precision
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Losses")
            value: root.details.losses
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Actors")
            value: root.details.actors
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("Notes")
            value: root.details.notes
            Layout.fillWidth: true
        }
        Hairline {
            Layout.fillWidth: true
            Layout.topMargin: 12
        }
        RowLayout {
            spacing: 8
            Layout.topMargin: 8
            Layout.bottomMargin: 16
            Layout.fillWidth: true

            Words {
                text: qsTr("Evidence")
                font.pixelSize: 16
                font.weight: Font.DemiBold
            }
            Words {
                text: root.details.sources
                muted: true
                Layout.fillWidth: true
            }
        }
    }

    delegate: QuoteCard {
        width: root.width - 48
        look: root.session.look
        barColour: root.session.look.kindColour(root.details.kind)
        focusShown: root.activeFocus && ListView.isCurrentItem
        onClicked: root.session.selection.openQuote(document, quote)
    }

    footer: Words {
        visible: root.count === 0
        width: root.width - 48
        text: qsTr("No words are tied to this incident yet. Open a source, select the words that report it, and make an incident from them.")
        muted: true
        wrapMode: Text.Wrap
    }
}
