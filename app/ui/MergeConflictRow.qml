pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** What two copies tell differently: both values side by side, and which one to take. */
ColumnLayout {
    id: root

    required property int index
    required property string subject
    required property string before
    required property string ours
    required property string oursBy
    required property string theirs
    required property string theirsBy
    required property int choice

    signal decided(choice: int)
    signal focused

    spacing: 6

    Words {
        text: root.subject
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        maximumLineCount: 3
        Layout.fillWidth: true
    }
    Words {
        visible: root.before.length > 0
        text: qsTr("Before: %1").arg(root.before)
        muted: true
        font.pixelSize: 12
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        maximumLineCount: 3
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: 12
        uniformCellSizes: true
        Layout.fillWidth: true

        MergeChoiceCard {
            objectName: `ours${root.index}`
            side: qsTr("Ours")
            words: root.ours
            by: root.oursBy
            checked: root.choice === MergeModel.Ours
            onClicked: root.decided(root.choice === MergeModel.Ours ? MergeModel.Undecided : MergeModel.Ours)
            onActiveFocusChanged: if (activeFocus) root.focused()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        MergeChoiceCard {
            objectName: `theirs${root.index}`
            side: qsTr("Theirs")
            words: root.theirs
            by: root.theirsBy
            checked: root.choice === MergeModel.Theirs
            onClicked: root.decided(root.choice === MergeModel.Theirs ? MergeModel.Undecided : MergeModel.Theirs)
            onActiveFocusChanged: if (activeFocus) root.focused()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
