pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** Asks the place search that is on for the words, once its button is pressed, and shows what it knows. */
ColumnLayout {
    id: root

    required property Online online
    required property string query
    /** An incident in a form takes a place. */
    property bool taking: false
    readonly property OnlineSearch search: root.online.search
    readonly property bool answered: root.query.trim().length > 0 && root.search.words === root.query.trim().replace(/\s+/g, " ")

    /** A place was shown on the map, or taken too. */
    signal shown
    signal taken

    visible: root.search.available
    spacing: 6

    PushButton {
        objectName: "askOnline"
        quiet: true
        text: root.search.busy ? qsTr("Asking %1…").arg(root.search.host) : qsTr("Ask %1").arg(root.search.host)
        enabled: root.query.trim().length > 0 && !root.search.busy
        onClicked: root.search.ask(root.query)
        Layout.maximumWidth: root.width
    }
    Words {
        objectName: "onlineAnswer"
        visible: root.answered && text.length > 0
        text: root.search.sentence
        muted: true
        wrapMode: Text.Wrap
        leftPadding: 8
        rightPadding: 8
        Layout.fillWidth: true
    }
    Repeater {
        id: places

        model: root.answered ? root.search : null
        delegate: RowLayout {
            id: place

            required property int index
            required property string name
            required property string detail

            spacing: 4

            LineButton {
                objectName: `onlinePlace${place.index}`
                title: place.name
                detail: place.detail
                onClicked: {
                    root.search.go(place.index)
                    root.shown()
                }
                Layout.fillWidth: true
            }
            PushButton {
                objectName: `takeOnlinePlace${place.index}`
                visible: root.taking
                quiet: true
                text: qsTr("Take")
                Accessible.name: qsTr("Take %1 as the place of the incident").arg(place.name)
                onClicked: {
                    root.search.take(place.index)
                    root.taken()
                }
            }
        }
    }
    Words {
        visible: places.count > 0
        text: qsTr("Places: %1").arg(root.search.credit)
        muted: true
        font.pixelSize: 12
        leftPadding: 8
        bottomPadding: 4
        Layout.fillWidth: true
    }
}
