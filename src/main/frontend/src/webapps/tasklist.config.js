// What Tasklist is called here, and its keys. Stands before the file of the same name in the web applications.
export default {
  app: {
    name: 'Tasklist',
    vendor: 'Kefu'
  },

  // What we add to it; the build puts the file's name here.
  customScripts: ['__PLUGINS__'],

  // The greeting asks an address that this house does not have.
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'Claim the task that is open'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'Go to the filters'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'Go to the first task of the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'Go to the first field of the form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'Choose a process to start'
    }
  }
};
