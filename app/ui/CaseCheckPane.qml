pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** What a check of the case came to, and the way to its report. */
ColumnLayout {
    id: root

    required property CaseCheck check
    required property Look look
    required property Files files

    spacing: 8

    RowLayout {
        visible: root.check.busy
        spacing: 12
        Layout.leftMargin: 20
        Layout.topMargin: 8

        BusyIndicator {
            implicitWidth: 24
            implicitHeight: 24
            running: root.check.busy
            palette.dark: root.palette.accent
        }
        Words {
            text: qsTr("Recomputing every hash…")
            muted: true
        }
    }
    Words {
        objectName: "verdict"
        visible: text.length > 0
        text: root.check.verdict
        color: root.check.holds ? root.look.good : root.look.warning
        font.pixelSize: 16
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        leftPadding: 20
        topPadding: 8
        Layout.fillWidth: true
    }
    Words {
        visible: text.length > 0
        text: root.check.facts
        muted: true
        font.pixelSize: 12
        wrapMode: Text.Wrap
        leftPadding: 20
        Layout.fillWidth: true
    }
    Words {
        visible: text.length > 0
        text: root.check.problem
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        leftPadding: 20
        Layout.fillWidth: true
    }
    ListView {
        id: list

        objectName: "findings"
        clip: true
        activeFocusOnTab: list.count > 0
        boundsBehavior: Flickable.StopAtBounds
        model: root.check.findings
        spacing: 10
        topMargin: 4
        bottomMargin: 8
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Findings")
        ScrollBar.vertical: SlimScrollBar {}
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: 20
        Keys.onDownPressed: list.flick(0, -900)
        Keys.onUpPressed: list.flick(0, 900)

        FocusRing {
            shown: list.activeFocus
            anchors.margins: 0
        }
        delegate: Words {
            required property string modelData

            width: list.width - 24
            text: modelData
            wrapMode: Text.Wrap
            Accessible.role: Accessible.ListItem
        }
    }
    Words {
        visible: root.check.saved.length > 0
        text: qsTr("Saved: %1").arg(root.check.saved)
        muted: true
        wrapMode: Text.WrapAnywhere
        leftPadding: 20
        Layout.fillWidth: true
    }
    PushButton {
        visible: root.check.done
        text: qsTr("Save report…")
        primary: true
        Layout.leftMargin: 20
        onClicked: root.files.askReport()
    }
}
