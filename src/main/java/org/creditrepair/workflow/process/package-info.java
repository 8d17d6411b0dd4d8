/**
 * Starts processes and sends them messages; the names of variables, messages and business keys. The
 * only package that starts a process.
 */
@org.springframework.modulith.NamedInterface("process")
package org.creditrepair.workflow.process;
