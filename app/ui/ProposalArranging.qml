pragma ComponentBehavior: Bound

import QtQuick

/** What can be made of the proposal and the others of its source: one out of two, or several out of one. */
Flow {
    id: root

    required property Session session
    readonly property Arrangement arrangement: root.session.arrangement

    function openJoin(): void {
        if (!join.visible)
            return
        joinMenu.titles = root.arrangement.others
        joinMenu.popup(join, 0, join.height + 2)
    }
    function openSplit(): void {
        if (split.visible)
            splitMenu.popup(split, 0, split.height + 2)
    }

    spacing: 0

    PushButton {
        visible: !root.session.selection.reading
        objectName: "openProposalSource"
        quiet: true
        text: qsTr("Open the source")
        onClicked: root.session.openProposalSource()
    }
    PushButton {
        id: join

        visible: root.arrangement.others.length > 0
        objectName: "joinProposal"
        quiet: true
        text: qsTr("Join…")
        Accessible.description: qsTr("Makes one incident of this proposal and another of the same source")
        onClicked: root.openJoin()
    }
    PushButton {
        id: split

        visible: root.arrangement.claimCount > 1 || root.arrangement.placeCount > 1
        objectName: "splitProposal"
        quiet: true
        text: qsTr("Split…")
        Accessible.description: qsTr("Makes several incidents of this proposal")
        onClicked: root.openSplit()
    }
    PushButton {
        visible: root.arrangement.arranged
        objectName: "restoreProposal"
        quiet: true
        text: qsTr("Back to what was read")
        onClicked: root.arrangement.restore()
    }

    AppMenu {
        id: joinMenu

        property list<string> titles: [] // As they were when it was opened.

        AppMenuItem {
            text: qsTr("With the next one")
            enabled: root.arrangement.canJoin
            onTriggered: root.arrangement.joinNext()
        }
        AppMenuLine {}
        Instantiator {
            model: joinMenu.titles
            delegate: AppMenuItem {
                required property string modelData
                required property int index

                text: qsTr("With “%1”").arg(modelData)
                onTriggered: root.arrangement.joinWith(index)
            }
            onObjectAdded: (index, object) => joinMenu.insertItem(index + 2, object as Item)
            onObjectRemoved: (index, object) => joinMenu.removeItem(object as Item)
        }
    }
    AppMenu {
        id: splitMenu

        AppMenuItem {
            text: qsTr("An incident for each of %1 quotes").arg(root.arrangement.claimCount)
            enabled: root.arrangement.claimCount > 1
            onTriggered: root.arrangement.splitByClaims()
        }
        AppMenuItem {
            text: qsTr("An incident for each of %1 places").arg(root.arrangement.placeCount)
            enabled: root.arrangement.placeCount > 1
            onTriggered: root.arrangement.splitByPlaces()
        }
    }
}
