import QtQuick
import QtQuick.Layouts

/** What can be done with the words that are selected in a source. */
RowLayout {
    id: root

    required property Session session
    readonly property bool present: root.session.words.present

    spacing: 8

    Words {
        text: root.present ? qsTr("“%1”").arg(root.session.words.words)
                           : qsTr("Select words with the pointer or Shift and the arrow keys to use them")
        muted: true
        font.pixelSize: 12
        elide: Text.ElideRight
        maximumLineCount: 1
        Layout.fillWidth: true
        Layout.minimumHeight: 34
        verticalAlignment: Text.AlignVCenter
    }
    PushButton {
        visible: root.present
        objectName: "attachWords"
        text: qsTr("Add to incident…")
        enabled: !root.session.readOnly && root.session.incidents.total > 0
        onClicked: root.session.attach.start()
    }
    PushButton {
        visible: root.present
        objectName: "draftFromWords"
        text: root.width < 560 ? qsTr("New incident") : qsTr("New incident from these words")
        enabled: !root.session.readOnly
        primary: true
        onClicked: root.session.draftFromWords()
    }
}
