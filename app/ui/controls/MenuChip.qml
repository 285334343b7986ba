pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** A short fact that a menu changes. */
Button {
    id: root

    required property string name
    required property list<string> choices
    required property int current
    property color tint: root.palette.placeholderText

    signal chosen(index: int)

    implicitHeight: 24
    leftPadding: 10
    rightPadding: 24
    topPadding: 0
    bottomPadding: 0
    Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.text)
    Accessible.role: Accessible.ButtonMenu
    onClicked: menu.popup(root, 0, root.height + 4)
    Keys.onDownPressed: menu.popup(root, 0, root.height + 4)

    contentItem: Words {
        text: root.text
        font.pixelSize: 12
        lineHeight: 1
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: 12
        color: Qt.alpha(root.tint, root.hovered && root.enabled ? 0.22 : 0.12)

        Chevron {
            visible: root.enabled
            x: parent.width - width - 9
            y: (parent.height - height) / 2
            scale: 0.8
        }
        FocusRing {
            shown: root.visualFocus
            radius: 15
        }
    }

    AppMenu {
        id: menu

        Instantiator {
            model: root.choices
            delegate: AppMenuItem {
                required property string modelData
                required property int index

                text: modelData
                checkable: true
                checked: index === root.current
                onTriggered: root.chosen(index)
            }
            onObjectAdded: (index, object) => menu.insertItem(index, object as Item)
            onObjectRemoved: (index, object) => menu.removeItem(object as Item)
        }
    }
}
