// What Welcome is called here. Stands before the file of the same name in the web applications.
export default {
  app: {
    name: 'Welcome',
    vendor: 'Kefu'
  },

  // The greeting asks an address that this house does not have.
  disableWelcomeMessage: true,

  links: [
    {
      label: 'API',
      href: '/api/docs/ui',
      description: 'How other systems talk to Kefu, to read and to try',
      priority: 10
    }
  ]
};
