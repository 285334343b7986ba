pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** One more address: of tiles, or of a service that is asked what it offers. */
ColumnLayout {
    id: root

    required property OnlineAdding adding
    readonly property bool chooses: root.adding.offerCount > 1

    spacing: 12
    onVisibleChanged: {
        if (visible)
            address.line.forceActiveFocus(Qt.OtherFocusReason)
    }

    Field {
        id: address

        name: qsTr("Address of tiles with {z}, {x} and {y}, or of a WMTS or WMS")
        hint: qsTr("https://tile.example.org/{z}/{x}/{y}.png")
        text: root.adding.address
        line.objectName: "onlineAddress"
        onEdited: text => root.adding.address = text
        Layout.fillWidth: true
    }
    RowLayout {
        visible: root.adding.service && root.adding.offerCount === 0
        spacing: 12
        Layout.fillWidth: true

        Words {
            text: root.adding.leaves
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PushButton {
            objectName: "askOffers"
            enabled: !root.adding.busy
            text: root.adding.busy ? qsTr("Asking…") : qsTr("Ask what it offers")
            onClicked: root.adding.askOffers()
        }
    }
    ColumnLayout {
        visible: root.chooses
        spacing: 6
        Layout.fillWidth: true

        Field {
            name: qsTr("Which of its %n maps", "", root.adding.offerCount)
            hint: qsTr("A part of its name")
            text: root.adding.filter
            onEdited: text => root.adding.filter = text
            Layout.fillWidth: true
        }
        ListView {
            id: offers

            clip: true
            model: root.adding.offers
            boundsBehavior: Flickable.StopAtBounds
            implicitHeight: Math.min(160, contentHeight)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Maps that it offers")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true

            delegate: PushButton {
                id: offer

                required property int index
                required property string modelData

                objectName: `onlineOffer${offer.index}`
                width: offers.width - 12
                quiet: true
                checked: root.adding.name === offer.modelData
                text: offer.modelData
                onClicked: root.adding.choose(offer.index)
            }
        }
    }
    RowLayout {
        spacing: 12
        Layout.fillWidth: true

        Field {
            name: qsTr("Name")
            hint: qsTr("As you want to find it")
            text: root.adding.name
            line.objectName: "onlineName"
            onEdited: text => root.adding.name = text
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
        Field {
            name: qsTr("Credit")
            hint: qsTr("© whom the map names")
            text: root.adding.credit
            line.objectName: "onlineCredit"
            onEdited: text => root.adding.credit = text
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
    }
    Tick {
        words: qsTr("It shows names of places itself: leave Dateline's off")
        checked: root.adding.ownNames
        onToggled: root.adding.ownNames = checked
        Layout.fillWidth: true
    }
    Words {
        objectName: "onlineProblem"
        visible: text.length > 0
        text: root.adding.problem
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: 8
        Layout.alignment: Qt.AlignRight
        Layout.topMargin: 8

        PushButton {
            text: qsTr("Cancel")
            onClicked: root.adding.cancel()
        }
        PushButton {
            objectName: "addOnlineDone"
            enabled: root.adding.ready
            text: qsTr("Add it")
            primary: true
            onClicked: root.adding.add()
        }
    }
}
