// What Admin is called here. Stands before the file of the same name in the web applications.
export default {
  app: {
    name: 'Admin',
    vendor: 'Kefu'
  },

  // The greeting asks an address that this house does not have.
  disableWelcomeMessage: true
};
