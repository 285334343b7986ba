import QtQuick

/** What a person can decide about the origin of one source. */
AppMenu {
    id: root

    required property Session session
    required property real document
    readonly property SourceOrigin origin: root.session.origin
    property bool own: false
    property bool decided: false
    property real other: 0

    onAboutToShow: {
        root.own = root.origin.isOwn(root.document)
        root.decided = root.origin.isDecided(root.document)
        root.other = root.origin.otherOf(root.document)
    }

    AppMenuItem {
        text: qsTr("Open the source it is counted with")
        enabled: root.other !== 0
        onTriggered: root.session.selection.openDocument(root.other)
    }
    AppMenuLine {}
    AppMenuItem {
        objectName: "countAsOwn"
        text: qsTr("Count as its own origin")
        enabled: !root.session.readOnly && !root.own
        onTriggered: root.origin.countAsOwn(root.document)
    }
    AppMenuItem {
        objectName: "sameOriginAs"
        text: qsTr("Same origin as…")
        enabled: !root.session.readOnly && root.session.sources.count > 1
        onTriggered: root.origin.choose(root.document)
    }
    AppMenuItem {
        objectName: "asTheTextsTell"
        text: qsTr("As the texts tell")
        enabled: !root.session.readOnly && root.decided
        onTriggered: root.origin.asTheTextsTell(root.document)
    }
}
